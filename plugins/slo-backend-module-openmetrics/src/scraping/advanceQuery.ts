import { compareStarts, type StartRelation } from './compareStarts';
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
  /** When another process answered than before, which ran beside it, if one did. */
  otherAtMs?: number;
}

/** A scrape, as far as a query goes. */
export interface ScrapeStep {
  kind: QueryKind;
  atMs: number;
  /** What the process of the service is to that of the last time. */
  process: StartRelation;
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
/** They take turns by chance: for so long it is said that there are several. */
const SEVERAL_MS = 5 * MINUTE_MS;
const SEVERAL_PROCESSES =
  'Several processes answer at this address: name one process, or use Prometheus';

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
  const growths = growthsOf(state, step);
  if (!growths) {
    const { state: anew, minutes } = beginAnew(step);
    return {
      state: anew && { ...anew, otherAtMs: atMs },
      minutes,
      problem: SEVERAL_PROCESSES,
    };
  }
  // Divided as one: rounded series by series, many that grew by one event each
  // would give a minute fewer events than one that counts a part of them.
  const split = splitGrowth(
    growths.reduce((sum, growth) => sum + growth, 0),
    { fromMs: state.atMs, toMs: atMs },
  );
  const isPresent = step.series.size > 0;
  // Where there is no series at all, nothing was measured.
  const isSeen = state.isPresent || isPresent;
  const series = mergeSeries(state, step);
  const next = { ...state, atMs, series, isPresent };
  const open = state.open + split.before;
  const isOpenSeen = state.isOpenSeen || isSeen;
  const { otherAtMs = -Infinity } = state;
  const problem = atMs - otherAtMs < SEVERAL_MS ? SEVERAL_PROCESSES : undefined;
  const minute = Math.floor(state.atMs / MINUTE_MS);
  if (minute === Math.floor(atMs / MINUTE_MS)) {
    return { state: { ...next, open, isOpenSeen }, minutes: [], problem };
  }
  const isWhole = state.coveredFrom <= minute * MINUTE_MS;
  return {
    state: { ...next, open: split.after, isOpenSeen: isPresent },
    minutes: isWhole && isOpenSeen ? [{ minute, value: open }] : [],
    problem,
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
 * How much counters have grown. One that is new, or that was reset, has counted from
 * zero: what it had before is known already.
 *
 * @returns nothing where they are those of a process that runs beside the one before:
 * what they had then has been counted by nobody
 */
function growthsOf(
  state: QueryState,
  { process, series }: ScrapeStep,
): number[] | undefined {
  const growths: number[] = [];
  for (const [name, now] of series) {
    const before = state.series[name];
    const relation =
      before?.createdAt === undefined || now.createdAt === undefined
        ? process
        : compareStarts(before.createdAt, now.createdAt, state.atMs);
    if (relation === 'other') {
      return undefined;
    }
    const isReset =
      !before || relation === 'restarted' || now.value < before.value;
    growths.push(isReset ? now.value : now.value - before.value);
  }
  return growths;
}

/** A series that is gone may come back, and must not count twice then. */
function mergeSeries(
  state: QueryState,
  { series, process }: ScrapeStep,
): Record<string, SeriesValue> {
  const now = Object.fromEntries(series);
  const all = { ...state.series, ...now };
  // Labels that are new all the time must not pile up.
  return process === 'restarted' || Object.keys(all).length > MAX_SERIES
    ? now
    : all;
}
