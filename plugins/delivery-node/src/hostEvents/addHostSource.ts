import {
  readPollingConfig,
  type RepositoryClient,
  scheduleHostPolling,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type AuthService,
  coreServices,
  type DatabaseService,
  type LoggerService,
  type RootConfigService,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  type EventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  type DeliveryEventsExtensionPoint,
  deliveryEventsExtensionPoint,
  type DeliveryEventSink,
} from '../deliveryEventsExtensionPoint';
import { createPlanningResources } from './createPlanningResources';
import type { HostSource, HostSourceContext } from './HostSource';
import { listCatalogRepositories } from './listCatalogRepositories';
import { readHostEventsConfig } from './readHostEventsConfig';

/** The same, for the registration of a module. */
export const hostSourceDeps = {
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  config: coreServices.rootConfig,
  database: coreServices.database,
  delivery: deliveryEventsExtensionPoint,
  events: eventsServiceRef,
  logger: coreServices.logger,
  scheduler: coreServices.scheduler,
};

/** What {@link addHostSource} needs of the backend. */
export interface HostSourceDeps {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  delivery: DeliveryEventsExtensionPoint;
  events: EventsService;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/**
 * Has delivery hear of a git host: by its webhooks, by polling, or both, as the
 * section `delivery.<host id>` of the configuration says.
 */
export function addHostSource<Client extends RepositoryClient>(
  source: HostSource<Client>,
  deps: HostSourceDeps,
): void {
  const { config, delivery, events } = deps;
  const { hostId, runController, topics } = source;
  const key = `delivery.${hostId}`;
  const { incidentLabels, isListening } = readHostEventsConfig(config, key);
  const polling = readPollingConfig(config, `${key}.polling`);
  delivery.addSource({
    id: hostId,
    runController,
    async start(sink) {
      const context: HostSourceContext = {
        hostId,
        sink,
        incidentLabels,
        ingest: cdEvents => ingest(cdEvents, { ...deps, ...source, sink }),
      };
      if (isListening) {
        const handler = source.createHandler(context);
        await events.subscribe({
          id: `delivery-${hostId}`,
          topics,
          onEvent: params => handler.onEvent(params),
        });
      }
      if (polling) {
        await scheduleHostPolling<Client, CloudEvent>({
          ...deps,
          ...source,
          taskId: `delivery-${hostId}-poll`,
          polling,
          open: repository => source.open(repository, { isBackground: true }),
          ingest: cdEvents => sink.ingest(cdEvents),
          resources: [
            ...source.createResources(context),
            ...createPlanningResources(context),
          ],
          listRepositories: () =>
            listCatalogRepositories({
              ...deps,
              ...source,
              patterns: polling.repositories,
            }),
        });
      }
    },
  });
}

async function ingest(
  cdEvents: CloudEvent[],
  options: Pick<HostSourceDeps, 'logger'> & {
    hostName: string;
    sink: DeliveryEventSink;
  },
): Promise<void> {
  if (cdEvents.length === 0) {
    return;
  }
  const { refused, results } = await options.sink.ingest(cdEvents);
  if (refused > 0) {
    const { id, reason } =
      results.find(({ status }) => status === 'refused') ?? {};
    options.logger.warn(`An event of ${options.hostName} could not be stored`, {
      id,
      reason,
    });
  }
}
