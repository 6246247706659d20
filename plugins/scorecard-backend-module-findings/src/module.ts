import {
  EntityScope,
  openDatabase,
  Ownership,
  SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import {
  SCORECARD_SIGNAL_CHANNEL,
  scorecardFindingPermissions,
  type ScorecardSubject,
} from '@atrium/plugin-scorecard-common';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { readFindingsConfig } from './config/readFindingsConfig';
import { ComponentStore } from './database/ComponentStore';
import { FindingStore } from './database/FindingStore';
import { ScanStore } from './database/ScanStore';
import { SecurityFactStore } from './database/SecurityFactStore';
import { SuppressionStore } from './database/SuppressionStore';
import { SecurityProvider } from './facts/SecurityProvider';
import { createFindingRouter } from './routes/createFindingRouter';
import { createUploadRouter } from './routes/createUploadRouter';
import { Components } from './services/Components';
import { FindingChanges } from './services/FindingChanges';
import { FindingMetrics } from './services/FindingMetrics';
import { Findings } from './services/Findings';
import { Suppressions } from './services/Suppressions';
import { Uploads } from './services/Uploads';
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
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        facts: factProvidersExtensionPoint,
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
        const { catalog, facts } = deps;
        const config = readFindingsConfig(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-scorecard-backend-module-findings',
          migrationsTable: 'findings_knex_migrations',
        });
        const findingStore = new FindingStore(knex, config.slaDays);
        const visible = new VisibleEntities(deps);
        const scope = new EntityScope({
          catalog,
          ownership: new Ownership(deps),
          visible,
          // Findings outlive their entities.
          listOwnRefs: async options =>
            visible.filter(await findingStore.listEntityRefs(), options),
          members: { 'metadata.name': CATALOG_FILTER_EXISTS },
        });
        const signals = new SignalPublisher<ScorecardSubject>({
          ...deps,
          channel: SCORECARD_SIGNAL_CHANNEL,
        });
        const shared = {
          ...deps,
          config,
          scope,
          changes: new FindingChanges({ ...deps, signals }),
        };
        const findings = new Findings({ ...shared, store: findingStore });
        const components = new Components({
          ...shared,
          store: new ComponentStore(knex),
        });
        const suppressions = new SuppressionStore(knex);
        const services = {
          components,
          findings,
          suppressions: new Suppressions({
            ...shared,
            findings,
            store: suppressions,
          }),
          uploads: new Uploads({
            ...shared,
            metrics: new FindingMetrics(deps.metrics),
            store: new ScanStore(knex),
          }),
        };
        facts.addProvider(
          new SecurityProvider(new SecurityFactStore(knex, config.slaDays)),
        );
        deps.permissionsRegistry.addPermissions(scorecardFindingPermissions);
        deps.httpRouter.use(createUploadRouter({ ...deps, ...services }));
        deps.httpRouter.use(createFindingRouter({ ...deps, ...services }));
        registerActions(deps.actionsRegistry, services);
        await scheduleTasks({ ...shared, suppressions });
      },
    });
  },
});
