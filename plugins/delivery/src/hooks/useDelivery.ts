import type {
  ChangeQuery,
  DeploymentQuery,
  DoraComparison,
  DoraQuery,
  IncidentQuery,
  OverviewQuery,
  RunQuery,
  RunTrendQuery,
  ServicePeriodQuery,
} from '@atrium/plugin-delivery-common';
import { useDeliveryQuery } from './deliveryHooks';

/** The runs of an entity, newest first. */
export const useRuns = (query: RunQuery) =>
  useDeliveryQuery(['runs', query], api => api.getRuns(query));

/** One run with its steps. */
export const useRun = (id: string) =>
  useDeliveryQuery(['run', id], api => api.getRun(id));

/** How each pipeline of an entity did, week by week. */
export const useRunTrends = (query: RunTrendQuery) =>
  useDeliveryQuery(['run-trends', query], api => api.getRunTrends(query));

/** The deployments of an entity, newest first. */
export const useDeployments = (query: DeploymentQuery) =>
  useDeliveryQuery(['deployments', query], api => api.getDeployments(query));

/** The changes of an entity, newest first. */
export const useChanges = (query: ChangeQuery) =>
  useDeliveryQuery(['changes', query], api => api.getChanges(query));

/** The incidents of an entity, newest first. */
export const useIncidents = (query: IncidentQuery) =>
  useDeliveryQuery(['incidents', query], api => api.getIncidents(query));

/** Which version runs where. */
export const useEnvironments = (entityRef: string) =>
  useDeliveryQuery(['environments', entityRef], api =>
    api.getEnvironments(entityRef),
  );

/** What the annotations of a component name without its getting the events. */
export const useRefusedClaims = (entityRef: string) =>
  useDeliveryQuery(['refused-claims', entityRef], api =>
    api.getRefusedClaims(entityRef),
  );

/** How the services of an owner stand, worst first. */
export const useOverview = (query: OverviewQuery) =>
  useDeliveryQuery(['overview', query], api => api.getOverview(query));

/** What happened in production, service by service. */
export const useTimeline = (query: ServicePeriodQuery) =>
  useDeliveryQuery(['timeline', query], api => api.getTimeline(query));

/** The metrics of several teams, in their order. */
export const useDoraComparison = (
  entityRefs: string[],
  period: { from: string; to: string },
) =>
  useDeliveryQuery(
    ['compare', entityRefs, period],
    async (api): Promise<DoraComparison> =>
      entityRefs.length > 0
        ? api.compareDora(entityRefs, period)
        : { items: [], skipped: { count: 0, entityRefs: [] } },
  );

/** The four metrics of an entity, or of the organisation. */
export const useDora = (query: DoraQuery) =>
  useDeliveryQuery(['dora', query], api => api.getDora(query));
