import {
  EntityOrigins,
  entityPassesServiceRef,
  openDatabase,
  SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import {
  COST_SIGNAL_CHANNEL,
  costPermissions,
  type CostSubject,
} from '@atrium/plugin-cost-common';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { FinanceRefusals } from './FinanceRefusals';
import { createRouter } from './router';
import { TokenAccess } from './TokenAccess';

/** Brings in bills, and says what every service and team costs. */
export const costPlugin = createBackendPlugin({
  pluginId: 'cost',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        entityPasses: entityPassesServiceRef,
        events: eventsServiceRef,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        provisioning: provisioningServiceRef,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
        signals: signalsServiceRef,
        slos: sloServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const environment = {
          ...deps,
          finance: new FinanceRefusals(deps),
          knex: await openDatabase(deps.database, {
            packageName: '@atrium/plugin-cost-backend',
          }),
          origins: EntityOrigins.fromConfig(deps.config),
          signals: new SignalPublisher<CostSubject>({
            ...deps,
            channel: COST_SIGNAL_CHANNEL,
          }),
          tokens: TokenAccess.fromConfig(deps),
          visible: new VisibleEntities(deps),
        };
        deps.permissionsRegistry.addPermissions(costPermissions);
        deps.httpRouter.use(await createRouter(environment));
      },
    });
  },
});
