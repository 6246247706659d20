import type {
  DoraDayExclusions,
  DoraDayStarts,
  DoraFigures,
  DoraInput,
} from '../dora/doraInput';

/** An entity whose days are to be computed, and what was wanted when asked. */
export interface DoraWant {
  entityRef: string;
  wanted: string;
}

/** What a set of entities amounts to over a period, or over a week of it. */
export interface DoraTotals extends DoraDayExclusions, DoraDayStarts {
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

/** The totals of one set of entities. */
export interface DoraSummary {
  total: DoraTotals;
  /** By Monday, `YYYY-MM-DD`; weeks without anything are not there. */
  weeks: Map<string, DoraTotals>;
  entitiesWithData: number;
  /** The earliest day with data; of whole weeks, the Monday. */
  firstDay?: string;
}

/** How far the computation has come for some entities. */
export interface DoraProgress {
  pendingEntities: number;
  /** When the oldest of their figures was computed. */
  computedAt?: string;
}

/** A period of whole days, UTC: `to` is the day after the last. */
export interface DayPeriod {
  from: string;
  to: string;
}

/** Keeps the daily figures that the metrics are computed from. */
export interface DoraStore {
  /** Entities with events that are not counted yet, or not by this definition. */
  listWants(limit: number): Promise<DoraWant[]>;
  /** How many such entities there are. */
  countWants(): Promise<number>;
  /** The history of each entity that its figures follow from. */
  readInputs(entityRefs: string[]): Promise<Map<string, DoraInput>>;
  /**
   * Replaces the figures from `since` on, a Monday, and what was found about
   * changes and incidents. Older figures stay: their events may be gone.
   */
  write(
    figures: { want: DoraWant; figures: DoraFigures }[],
    options: { since: string },
  ): Promise<void>;
  /**
   * Adds up sets of entities over a period, in the order of the sets. Weeks are
   * only told apart on demand.
   */
  summarize(
    sets: string[][],
    options: { period: DayPeriod; byWeek: boolean },
  ): Promise<DoraSummary[]>;
  /** In the order of the sets. */
  readProgress(sets: string[][]): Promise<DoraProgress[]>;
}
