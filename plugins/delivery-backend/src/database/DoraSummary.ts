import type { DoraCount } from '../model/doraCounts';

/** The totals of one set of entities. */
export interface DoraSummary {
  total: DoraTotals;
  /** By Monday, `YYYY-MM-DD`; weeks without anything are not there. */
  weeks: Map<string, DoraTotals>;
  entitiesWithData: number;
  /** The earliest day with data; of whole weeks, the Monday. */
  firstDay?: string;
}

/** What a set of entities amounts to over a period, or over a week of it. */
export interface DoraTotals extends Record<DoraCount, number> {
  deployments: number;
  failedDeployments: number;
  lead: DoraSamples;
  restore: DoraSamples;
}

/** Some durations, in seconds. */
export interface DoraSamples {
  count: number;
  p50?: number;
  p90?: number;
}

/** A period of whole days, UTC: `to` is the day after the last. */
export interface DayPeriod {
  from: string;
  to: string;
}
