import type { Page } from '@atrium/common';
import type {
  Change,
  ChangeQuery,
  CloudEvent,
  Deployment,
  DeploymentQuery,
  DeliverySummaries,
  DoraComparison,
  DoraQuery,
  DoraReport,
  EnvironmentMatrix,
  EventCounts,
  EventCountsRequest,
  Incident,
  IncidentQuery,
  IngestAnswer,
  OverviewItem,
  OverviewQuery,
  Run,
  RunQuery,
  Ticket,
  TicketQuery,
} from '@atrium/plugin-delivery-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf delivery is asked: a user sees what the catalog shows them. */
export interface DeliveryServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask delivery. */
export interface DeliveryService {
  /** Stores up to 1,000 events; takes credentials of a plugin only. */
  ingest(
    events: CloudEvent[],
    options: DeliveryServiceOptions,
  ): Promise<IngestAnswer>;
  getRuns(query: RunQuery, options: DeliveryServiceOptions): Promise<Page<Run>>;
  getDeployments(
    query: DeploymentQuery,
    options: DeliveryServiceOptions,
  ): Promise<Page<Deployment>>;
  getChanges(
    query: ChangeQuery,
    options: DeliveryServiceOptions,
  ): Promise<Page<Change>>;
  getIncidents(
    query: IncidentQuery,
    options: DeliveryServiceOptions,
  ): Promise<Page<Incident>>;
  getTickets(
    query: TicketQuery,
    options: DeliveryServiceOptions,
  ): Promise<Page<Ticket>>;
  getEnvironments(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<EnvironmentMatrix>;
  /**
   * What runs where now: the newest deployment of each service of each component in
   * each environment, unless it was removed there. Components that do not exist, or
   * that one may not see, are left out. Any number of refs may be asked about.
   */
  getCurrentDeployments(
    componentRefs: string[],
    options: DeliveryServiceOptions,
  ): Promise<Deployment[]>;
  getOverview(
    query: OverviewQuery,
    options: DeliveryServiceOptions,
  ): Promise<Page<OverviewItem>>;
  /**
   * How the delivery of up to 100 components went over a period and stands now.
   * What does not exist, or may not be seen, is skipped and said.
   */
  getSummaries(
    componentRefs: string[],
    period: { from: string; to: string },
    options: DeliveryServiceOptions,
  ): Promise<DeliverySummaries>;
  getDora(
    query: DoraQuery,
    options: DeliveryServiceOptions,
  ): Promise<DoraReport>;
  /**
   * The reports of up to 100 entities, in the order asked, without trends. What
   * does not exist, or may not be seen, is skipped and said.
   */
  compareDora(
    entityRefs: string[],
    period: { from: string; to: string },
    options: DeliveryServiceOptions,
  ): Promise<DoraComparison>;
  /**
   * How many deployments or runs there were in each minute that is over, for
   * any number of queries about components. Those about components that do not
   * exist, or that one may not see, are left out.
   */
  countEvents(
    request: EventCountsRequest,
    options: DeliveryServiceOptions,
  ): Promise<EventCounts[]>;
}
