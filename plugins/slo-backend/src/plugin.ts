import {
  EntityOrigins,
  EntityScope,
  Ownership,
  SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import { gitHostsServiceRef, onRepositoryPush } from '@atrium/git-hosts';
import {
  SLO_ANNOTATION,
  SLO_SIGNAL_CHANNEL,
  sloPermissions,
  type SloSubject,
} from '@atrium/plugin-slo-common';
import { sloSourcesExtensionPoint } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { readSloConfig } from './config/readSloConfig';
import { AlertDeliveryStore } from './database/AlertDeliveryStore';
import { CollectStore } from './database/CollectStore';
import { CountStore } from './database/CountStore';
import { ensureCountPartitions } from './database/countTables';
import { DefinitionStore } from './database/DefinitionStore';
import { deleteExpired } from './database/deleteExpired';
import { EvaluationStore } from './database/EvaluationStore';
import { ExclusionStore } from './database/ExclusionStore';
import { GateStore } from './database/GateStore';
import { openSloDatabase } from './database/openSloDatabase';
import { ReadStore } from './database/ReadStore';
import { SeriesStore } from './database/SeriesStore';
import { createRouter } from './router';
import { AlertSender } from './services/alerts/AlertSender';
import { recipientsOf } from './services/alerts/recipientsOf';
import { PushService } from './services/collect/PushService';
import { SourceReads } from './services/collect/SourceReads';
import { SourceRegistry } from './services/collect/SourceRegistry';
import { DefinitionReader } from './services/definitions/DefinitionReader';
import { findDefinitions } from './services/definitions/findDefinitions';
import { parseSharedDocuments } from './services/definitions/parseSharedDocuments';
import { EvaluationSignals } from './services/EvaluationSignals';
import { Exclusions } from './services/Exclusions';
import { Gates } from './services/Gates';
import { Proposals } from './services/proposals/Proposals';
import { DailyCountReads } from './services/reads/DailyCountReads';
import { SeriesReads } from './services/reads/SeriesReads';
import { SloReads } from './services/reads/SloReads';
import { SloMetrics } from './services/SloMetrics';
import { CollectTask } from './tasks/CollectTask';
import { DefinitionsTask } from './tasks/DefinitionsTask';
import { EvaluateTask } from './tasks/EvaluateTask';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Reads SLOs from repositories, counts, and tells how they stand. */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const registry = new SourceRegistry();
    env.registerExtensionPoint(sloSourcesExtensionPoint, registry);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
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
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, httpAuth, logger, permissions } = deps;
        const config = await readSloConfig(deps.config);
        const { alerts, retention } = config;
        const sharedDocuments = parseSharedDocuments(config.shared);
        const sources = registry.all;
        const queriedSources = registry.queried;
        const knex = await openSloDatabase(deps.database, retention);
        const meter = new SloMetrics(deps.metrics);
        const signals = new SignalPublisher<SloSubject>({
          ...deps,
          channel: SLO_SIGNAL_CHANNEL,
        });
        const evaluationSignals = new EvaluationSignals(signals);
        const definitions = new DefinitionStore(knex);
        const slos = new ReadStore(knex);
        const collected = new CollectStore(knex);
        const origins = EntityOrigins.fromConfig(deps.config);

        const readDefinitions = new DefinitionsTask({
          ...config.definitions,
          find: () => findDefinitions({ auth, catalog, origins }),
          reader: new DefinitionReader({
            reader: deps.urlReader,
            maxFileBytes: config.definitions.maxFileBytes,
          }),
          store: definitions,
          sharedDocuments,
          sources: queriedSources,
          logger,
          onChanged: refs => signals.publish(refs, ['definition']),
        });
        const collect = new CollectTask({
          ...config.collect,
          keptMs: retention.minutesMs,
          store: collected,
          sources,
          sharedDocuments,
          logger,
          meter,
        });
        const evaluate = new EvaluateTask({
          store: new EvaluationStore(knex),
          settings: { ...config.evaluation, ...alerts },
          recipientsOf: change => recipientsOf(change, alerts),
          onEvaluated: all => evaluationSignals.publish(all),
          meter,
        });
        const sender = new AlertSender({
          store: new AlertDeliveryStore(knex),
          targets: alerts.targets,
          notifications: deps.notifications,
          logger,
          baseUrl: deps.config.getOptionalString('app.baseUrl') ?? '',
        });

        const visible = new VisibleEntities(deps);
        const scope = new EntityScope({
          catalog,
          ownership: new Ownership(deps),
          visible,
          listOwnRefs: () => definitions.listRefs(),
          members: {
            [`metadata.annotations.${SLO_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
          },
        });
        const reads = new SloReads({
          store: slos,
          definitions,
          scope,
          visible,
        });
        const gates = new Gates({
          ...config.gate,
          store: new GateStore(knex),
          slos,
          scope,
        });
        const series = new SeriesStore(knex);
        const exclusions = new ExclusionStore(knex);
        deps.permissionsRegistry.addPermissions(sloPermissions);
        deps.httpRouter.use(
          createRouter({
            auditor: deps.auditor,
            httpAuth,
            permissions,
            reads,
            series: new SeriesReads({ reads, scope, slos, store: series }),
            dailyCounts: new DailyCountReads({
              slos,
              series,
              exclusions,
              scope,
            }),
            sources: new SourceReads({ store: collected, sources }),
            push: new PushService({
              store: new CountStore(knex),
              retention,
              meter,
            }),
            exclusions: new Exclusions({ store: exclusions, slos, scope }),
            gates,
            proposals: new Proposals({
              catalog,
              gitHosts: deps.gitHosts,
              origins,
              sharedDocuments,
              sources: queriedSources,
              onCommit: url => definitions.markPushed(url, new Date()),
            }),
          }),
        );
        registerActions(deps.actionsRegistry, { reads, gates });

        await scheduleTasks(
          deps.scheduler,
          {
            readDefinitions: signal => readDefinitions.run(signal),
            collect: signal => collect.run(signal),
            evaluate: () => evaluate.run(),
            sendAlerts: signal => sender.sendDue(signal),
            repeatAlerts: () => sender.repeatFiring(),
            preparePartitions: () => ensureCountPartitions(knex, retention),
            deleteExpired: () => deleteExpired(knex, retention),
          },
          {
            definitions: config.definitions.frequency,
            collect: config.collect.frequency,
            evaluation: config.evaluation.frequency,
          },
        );
        await onRepositoryPush({
          ...deps,
          id: 'slo-pushes',
          handle: ({ repositoryUrl }) =>
            definitions.markPushed(repositoryUrl, new Date()),
        });
      },
    });
  },
});
