import type {
  SloQueryPart,
  SloSourceDescription,
  SloSourceQuery,
} from '@atrium/plugin-slo-common';
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';

/** One query to collect. */
export interface SloCollectQuery {
  /** Names the query in the answer; unique within a request. */
  key: string;
  /** Whose SLO it is. */
  entityRef: string;
  /** What it measures. */
  part: SloQueryPart;
  /**
   * Whether the metric only grows. The source answers by how much it grew in
   * each minute, having seen through resets; of any other metric, its value.
   */
  isCounter: boolean;
  query: SloSourceQuery;
  /** What the source kept for this key the last time; absent the first time. */
  state?: JsonValue;
}

/** Queries of one source over one period. */
export interface SloCollectRequest {
  queries: SloCollectQuery[];
  /** A whole minute, ISO 8601, UTC; the first one wanted. */
  from: string;
  /** A whole minute; the first one not wanted. */
  to: string;
}

/** The value of one minute. */
export interface SloMinuteValue {
  /** The start of the minute, ISO 8601, UTC. */
  minute: string;
  value: number;
}

/** What one query came to. */
export interface SloCollectResult {
  /**
   * Whole minutes with data, each once, inside the period. A minute that is
   * not here was not measured: never fill one with zero.
   */
  minutes: SloMinuteValue[];
  /** Why data is missing, or not to be trusted, for people. */
  problem?: string;
  /**
   * Kept for the next time with what was collected, or not at all, whichever
   * replica comes next. Absent leaves what was kept.
   */
  state?: JsonValue;
  /**
   * The first minute, before the period, whose earlier answer is not true any
   * more, since something older has become known. It is asked again from there.
   */
  changedSince?: string;
}

/** Something that keeps a query from being asked. */
export interface SloQueryProblem {
  /** Reads on from the name of the field, such as `must be a duration`. */
  message: string;
  /** The field within `spec`; of the query as a whole without it. */
  path?: readonly PropertyKey[];
}

/** Where counts come from: a kind of system that queries are asked of. */
export interface SloSource {
  /** In lower case, as `type` of a DataSource names it: `prometheus`. */
  type: string;
  /** What those who write queries need to know. */
  description: SloSourceDescription;
  /**
   * How far back the source can answer, in minutes; 0 when it only knows what
   * is now, as one that scrapes. The engine fills gaps up to that.
   */
  historyMinutes: number;
  /**
   * How far back a new series is filled at least, where that costs little; the
   * portal's config may want more. Default: what the config says.
   */
  backfillMinutes?: number;
  /**
   * Whether the answer depends on whose SLO it is for, so that those of two
   * entities who ask the same are kept apart. Default: false.
   */
  isPerEntity?: boolean;
  /** For how many minutes an answer may still change; they are asked again. */
  settleMinutes: number;
  /** How many minutes one request may span at most. */
  maxRangeMinutes: number;
  /** What is wrong with a query, before it is ever asked. */
  validate(
    query: SloSourceQuery,
    part: SloQueryPart,
    options: { isCounter: boolean },
  ): SloQueryProblem[];
  /**
   * Answers for every key of the request. A failure of one query is its
   * `problem`; throwing fails all of them, and they are asked again later.
   */
  collect(
    request: SloCollectRequest,
    options: { signal: AbortSignal },
  ): Promise<Map<string, SloCollectResult>>;
}

/** Adds sources of counts to slo. */
export interface SloSourcesExtensionPoint {
  addSource(source: SloSource): void;
}

/** Adds sources of counts to slo. */
export const sloSourcesExtensionPoint =
  createExtensionPoint<SloSourcesExtensionPoint>({ id: 'slo.sources' });
