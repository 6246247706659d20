import type { Page } from '@atrium/common';
import type {
  AnomaliesQuery,
  Anomaly,
  CostSummaries,
  CostSummary,
  SummaryQuery,
} from '@atrium/plugin-cost-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf cost is asked: a user sees what they may see. */
export interface CostServiceOptions {
  credentials: BackstageCredentials;
}

/** What {@link CostService.getSummaries} is asked. */
export interface CostSummariesOptions extends CostServiceOptions {
  /** Whether to answer which part of the cost is tagged; it takes longer. */
  withTagged?: boolean;
}

/** What other backends ask cost. */
export interface CostService {
  getSummary(
    query: SummaryQuery,
    options: CostServiceOptions,
  ): Promise<CostSummary>;
  /** The month so far of at most 200 entities; those without charges are left out. */
  getSummaries(
    entityRefs: string[],
    options: CostSummariesOptions,
  ): Promise<CostSummaries>;
  /** Days on which entities cost more than they usually do, newest first. */
  getAnomalies(
    query: AnomaliesQuery,
    options: CostServiceOptions,
  ): Promise<Page<Anomaly>>;
}
