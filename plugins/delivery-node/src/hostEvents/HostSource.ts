import type {
  HostRepository,
  OpenRepositoryOptions,
  PollResource,
  RepositoryClient,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { EventParams } from '@backstage/plugin-events-node';
import type {
  DeliveryEventSink,
  DeliveryRunController,
} from '../deliveryEventsExtensionPoint';
import type { ListCatalogRepositoriesOptions } from './listCatalogRepositories';

/** What those who read a git host work with. */
export interface HostSourceContext {
  hostId: string;
  sink: DeliveryEventSink;
  /** The labels that make an issue an incident. */
  incidentLabels: string[];
  /** Stores events of a webhook, and warns where one is refused. */
  ingest(events: CloudEvent[]): Promise<void>;
}

/** What delivery has to know of a git host: the rest is the same for all. */
export interface HostSource<Client extends RepositoryClient>
  extends Pick<ListCatalogRepositoriesOptions, 'request' | 'findRepository'> {
  /** The section of the configuration below `delivery`, and of package URLs. */
  hostId: string;
  /** For people, such as `GitHub`. */
  hostName: string;
  /** Its folder `migrations` makes the table `<host id>_polls`. */
  packageName: string;
  runController: DeliveryRunController;
  /** The topics of its webhooks. */
  topics: string[];
  createHandler(context: HostSourceContext): {
    onEvent(params: EventParams): Promise<void>;
  };
  open(repository: HostRepository, options: OpenRepositoryOptions): Client;
  /** The lists that only this host has, or has in its own way. */
  createResources(
    context: HostSourceContext,
  ): PollResource<Client, CloudEvent>[];
}
