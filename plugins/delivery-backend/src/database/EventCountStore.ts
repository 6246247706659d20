import type { Period } from '@atrium/common';
import type {
  EventCountQuery,
  EventCounts,
} from '@atrium/plugin-delivery-common';
import type { DoraDeployment, DoraIncident } from '../dora/doraInput';

/** A question about finished runs. */
export type RunCountQuery = Extract<EventCountQuery, { measure: 'runs' }>;

/** A deployment with what its environment is for. */
export type TieredDeployment = DoraDeployment & { tier?: string };

/** Reads what is counted minute by minute. */
export interface EventCountStore {
  /** When the first event of each entity was, where there is one. */
  readFirstTimes(entityRefs: string[]): Promise<Map<string, Date>>;
  /** Runs by the minute they finished in, by the key of the query. */
  countRuns(
    queries: RunCountQuery[],
    period: Period,
  ): Promise<Map<string, EventCounts['minutes']>>;
  /** The deployments of a period, after those that led up to it. */
  readDeployments(
    entityRefs: string[],
    period: Period,
  ): Promise<Map<string, TieredDeployment[]>>;
  /** The incidents that were detected in a period. */
  readIncidents(
    entityRefs: string[],
    period: Period,
  ): Promise<Map<string, DoraIncident[]>>;
}
