import { createApiRef } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  Change,
  ChangeQuery,
  Deployment,
  DeploymentQuery,
  DoraComparison,
  DoraQuery,
  DoraReport,
  EnvironmentMatrix,
  ServicePeriodQuery,
  Incident,
  IncidentQuery,
  OverviewItem,
  OverviewQuery,
  RefusedClaims,
  Run,
  RunDetails,
  RunQuery,
  RunTrend,
  RunTrendQuery,
  Timeline,
} from '@atrium/plugin-delivery-common';

/** A list that can be had as a file. */
export type ExportedList = 'runs' | 'deployments';

/** What the pages ask the delivery backend. */
export interface DeliveryApi {
  getRuns(query: RunQuery): Promise<Page<Run>>;
  getRun(id: string): Promise<RunDetails>;
  /** Starts the run again where it came from. */
  rerun(id: string): Promise<void>;
  getRunTrends(query: RunTrendQuery): Promise<RunTrend[]>;
  getDeployments(query: DeploymentQuery): Promise<Page<Deployment>>;
  getChanges(query: ChangeQuery): Promise<Page<Change>>;
  getIncidents(query: IncidentQuery): Promise<Page<Incident>>;
  getEnvironments(entityRef: string): Promise<EnvironmentMatrix>;
  /** What the annotations of a component name without its getting the events. */
  getRefusedClaims(entityRef: string): Promise<RefusedClaims>;
  getOverview(query: OverviewQuery): Promise<Page<OverviewItem>>;
  getDora(query: DoraQuery): Promise<DoraReport>;
  /** What happened in production, service by service. */
  getTimeline(query: ServicePeriodQuery): Promise<Timeline>;
  exportCsv(list: ExportedList, query: ServicePeriodQuery): Promise<Blob>;
  /** Reports without trends, in the order of the refs. */
  compareDora(
    entityRefs: string[],
    period: { from: string; to: string },
  ): Promise<DoraComparison>;
}

/** The delivery backend, for the pages. */
export const deliveryApiRef = createApiRef<DeliveryApi>().with({
  id: 'plugin.delivery.client',
  pluginId: 'delivery',
});
