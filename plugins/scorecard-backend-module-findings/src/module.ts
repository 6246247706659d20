import { openDatabase } from '@atrium/backend-common';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import { scorecardFindingPermissions } from '@atrium/plugin-scorecard-common';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { readFindingsConfig } from './config/readFindingsConfig';
import { SecurityFactStore } from './database/SecurityFactStore';
import { SecurityProvider } from './facts/SecurityProvider';
import { startGithubAlerts } from './github/startGithubAlerts';
import { createFindingRouter } from './routes/createFindingRouter';
import { createUploadRouter } from './routes/createUploadRouter';
import { createServices } from './services/createServices';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Keeps security findings and components of entities, and tells facts of them. */
export const scorecardModuleFindings = createBackendModule({
  pluginId: 'scorecard',
  moduleId: 'findings',
  register(reg) {
    reg.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        facts: factProvidersExtensionPoint,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readFindingsConfig(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-scorecard-backend-module-findings',
          migrationsTable: 'findings_knex_migrations',
        });
        const services = createServices({
          ...deps,
          findingsConfig: config,
          knex,
        });
        deps.facts.addProvider(
          new SecurityProvider(new SecurityFactStore(knex, config.slaDays)),
        );
        deps.permissionsRegistry.addPermissions(scorecardFindingPermissions);
        deps.httpRouter.use(createUploadRouter({ ...deps, ...services }));
        deps.httpRouter.use(createFindingRouter({ ...deps, ...services }));
        registerActions(deps.actionsRegistry, services);
        const shared = {
          ...deps,
          ...services,
          findingsConfig: config,
          rootConfig: deps.config,
        };
        await scheduleTasks(shared);
        await startGithubAlerts(shared);
      },
    });
  },
});
