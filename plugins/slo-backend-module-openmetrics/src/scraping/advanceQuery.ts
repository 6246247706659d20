import type { QueryKind } from './QueryKind';
import { splitGrowth } from './splitGrowth';

/** One series as a scrape showed it. */
export interface SeriesValue {
  value: number;
  /** When it began to count, in seconds since 1970, where the endpoint says. */
  createdAt?: number;
}

/** What is remembered of a query from one scrape to the next. */
export interface QueryState {
  /** When that was, in milliseconds since 1970. */
  atMs: number;
  /** The newest value of each series, also of those that are gone now. */
  series: Record<string, SeriesValue>;
  /** From when on, in milliseconds, no scrape was missed. */
  coveredFrom: number;
  /** Whether there were series the last time. */
  isPresent: boolean;
  /** What has come together in the minute that is not over yet. */
  open: number;
  /** Whether there were series in that minute. */
  isOpenSeen: boolean;
}

/** A scrape, as far as a query goes. */
export interface ScrapeStep {
  kind: QueryKind;
  atMs: number;
  /** Whether the process of the service is another one than the last time. */
  isRestarted: boolean;
  series: ReadonlyMap<string, SeriesValue>;
}

/** What a step came to. */
export interface Advance {
  state?: QueryState;
  minutes: { minute: number; value: number }[];
  problem?: string;
}

const MINUTE_MS = 60_000;
/** So that what happened between two scrapes concerns two minutes at most. */
const MAX_STEP_MS = 60_000;
/** A query that chooses more than that is a mistake. */
const MAX_SERIES = 2_000;

/** Works out what a query came to in the minutes that a scrape ends. */
export function advanceQuery(
  state: QueryState | undefined,
  step: ScrapeStep,
): Advance {
  const values = [...step.series.values()].map(({ value }) => value);
  const wrong = values.find(value => !Number.isFinite(value));
  if (wrong !== undefined) {
    return { minutes: [], problem: `A series has the value ${wrong}` };
  }
  if (values.length > MAX_SERIES) {
    return {
      minutes: [],
      problem: `It chooses ${values.length} series, of at most ${MAX_SERIES}`,
    };
  }
  switch (step.kind) {
    case 'counter':
      return advanceCounter(state, step);
    case 'sum':
      return values.length === 0
        ? { minutes: [] }
        : valueOf(
            step,
            values.reduce((sum, value) => sum + value, 0),
          );
    case 'single':
      return values.length > 1
        ? {
            minutes: [],
            problem: `It chooses ${values.length} series where one value is needed`,
          }
        : valueOf(step, values[0]);
    default:
      return step.kind satisfies never;
  }
}

/** Of what goes up and down, the last value of a minute stands for it. */
function valueOf({ atMs }: ScrapeStep, value: number | undefined): Advance {
  const minute = Math.floor(atMs / MINUTE_MS);
  return { minutes: value === undefined ? [] : [{ minute, value }] };
}

function advanceCounter(
  state: QueryState | undefined,
  step: ScrapeStep,
): Advance {
  const { atMs } = step;
  if (!state || atMs - state.atMs > MAX_STEP_MS) {
    return beginAnew(step);
  }
  let first = 0;
  let second = 0;
  for (const [name, now] of step.series) {
    const grown = growthOf(state.series[name], now, step);
    const split = splitGrowth(grown, { fromMs: state.atMs, toMs: atMs });
    first += split.before;
    second += split.after;
  }
  const isPresent = step.series.size > 0;
  // Where there is no series at all, nothing was measured.
  const isSeen = state.isPresent || isPresent;
  const series = mergeSeries(state, step);
  const next = { ...state, atMs, series, isPresent };
  const open = state.open + first;
  const isOpenSeen = state.isOpenSeen || isSeen;
  const minute = Math.floor(state.atMs / MINUTE_MS);
  if (minute === Math.floor(atMs / MINUTE_MS)) {
    return { state: { ...next, open, isOpenSeen }, minutes: [] };
  }
  const isWhole = state.coveredFrom <= minute * MINUTE_MS;
  return {
    state: { ...next, open: second, isOpenSeen: isPresent },
    minutes: isWhole && isOpenSeen ? [{ minute, value: open }] : [],
  };
}

function beginAnew(step: ScrapeStep): Advance {
  return {
    state: {
      atMs: step.atMs,
      series: Object.fromEntries(step.series),
      coveredFrom: step.atMs,
      isPresent: step.series.size > 0,
      open: 0,
      isOpenSeen: step.series.size > 0,
    },
    minutes: [],
  };
}

/**
 * How much a counter has grown. One that is new, or that was reset, has counted
 * from zero: what it had before is known already.
 */
function growthOf(
  before: SeriesValue | undefined,
  now: SeriesValue,
  { isRestarted }: ScrapeStep,
): number {
  if (!before) {
    return now.value;
  }
  const isReset =
    now.createdAt === undefined || before.createdAt === undefined
      ? isRestarted
      : now.createdAt !== before.createdAt;
  return isReset || now.value < before.value
    ? now.value
    : now.value - before.value;
}

/** A series that is gone may come back, and must not count twice then. */
function mergeSeries(
  state: QueryState,
  { series, isRestarted }: ScrapeStep,
): Record<string, SeriesValue> {
  const now = Object.fromEntries(series);
  const all = { ...state.series, ...now };
  // Labels that are new all the time must not pile up.
  return isRestarted || Object.keys(all).length > MAX_SERIES ? now : all;
}
