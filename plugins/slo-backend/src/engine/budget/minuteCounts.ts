import {
  type Comparison,
  type Counts,
  MAX_MINUTE_COUNT,
  type SloIndicator,
  type SloObjective,
  type SloQueryPart,
} from '@atrium/plugin-slo-common';

/**
 * How many units one event is in the buckets of an indicator.
 *
 * @remarks Counters and thresholds count whole events and minutes. A gauge may
 * be a rate below one, so it is kept in thousandths; a ready-made ratio has no
 * events, so each of its minutes weighs a million.
 */
export function bucketScale(indicator: SloIndicator): number {
  switch (indicator.kind) {
    case 'ratio':
      return indicator.isCounter ? 1 : 1_000;
    case 'raw':
      return 1_000_000;
    case 'threshold':
      return 1;
    default:
      return indicator satisfies never;
  }
}

/** What one minute comes to. */
export type MinuteCounts =
  | ({
      kind: 'counts';
      /**
       * Whether the source had a total and no events, which counts as none: a
       * counter that never counted has no series.
       */
      isNumeratorAbsent: boolean;
    } & Counts)
  | { kind: 'gap' }
  | { kind: 'problem'; message: string };

/** The values of one minute, by what each of them measures. */
export type MinuteValues = Partial<Record<SloQueryPart, number>>;

/** Which minute to count. */
export interface ToMinuteCountsOptions {
  indicator: SloIndicator;
  /** Says how a threshold is compared. */
  objective: SloObjective;
  /**
   * What the sources answered. Of a counter, how much it grew in this minute.
   */
  values: MinuteValues;
}

/** Turns the values of a minute into its whole-numbered counts. */
export function toMinuteCounts(options: ToMinuteCountsOptions): MinuteCounts {
  const { indicator, objective, values } = options;
  for (const [part, value] of Object.entries(values)) {
    if (!Number.isFinite(value)) {
      return problem(`The ${part} query gave ${value}`);
    }
  }
  switch (indicator.kind) {
    case 'ratio':
      return ratioCounts(indicator, values);
    case 'raw':
      return rawCounts(indicator, values.raw);
    case 'threshold':
      return thresholdCounts(objective, values.threshold);
    default:
      return indicator satisfies never;
  }
}

function ratioCounts(
  indicator: Extract<SloIndicator, { kind: 'ratio' }>,
  values: MinuteValues,
): MinuteCounts {
  const scale = bucketScale(indicator);
  const events = values[indicator.numerator];
  if (values.total === undefined) {
    return { kind: 'gap' };
  }
  const total = Math.round(values.total * scale);
  const numerator = Math.round((events ?? 0) * scale);
  if (numerator < 0 || numerator > total) {
    return problem(
      `Counted ${events} ${indicator.numerator} events of ${values.total}`,
    );
  }
  if (total > MAX_MINUTE_COUNT) {
    return problem(
      `Counted ${values.total} events in a minute, which is more than can be kept`,
    );
  }
  return {
    kind: 'counts',
    good: indicator.numerator === 'good' ? numerator : total - numerator,
    total,
    isNumeratorAbsent: events === undefined,
  };
}

function rawCounts(
  indicator: Extract<SloIndicator, { kind: 'raw' }>,
  ratio: number | undefined,
): MinuteCounts {
  if (ratio === undefined) {
    return { kind: 'gap' };
  }
  if (ratio < 0 || ratio > 1) {
    return problem(`The ratio is ${ratio}, which is not between 0 and 1`);
  }
  const total = bucketScale(indicator);
  const part = Math.round(ratio * total);
  return {
    kind: 'counts',
    good: indicator.rawType === 'success' ? part : total - part,
    total,
    isNumeratorAbsent: false,
  };
}

function thresholdCounts(
  { op, value: threshold }: SloObjective,
  value: number | undefined,
): MinuteCounts {
  if (value === undefined) {
    return { kind: 'gap' };
  }
  if (op === undefined || threshold === undefined) {
    return problem('The objective says neither how nor to what to compare');
  }
  return {
    kind: 'counts',
    good: compare(value, op, threshold) ? 1 : 0,
    total: 1,
    isNumeratorAbsent: false,
  };
}

/** Whether `value <op> threshold` holds. */
export function compare(
  value: number,
  op: Comparison,
  threshold: number,
): boolean {
  switch (op) {
    case 'lt':
      return value < threshold;
    case 'lte':
      return value <= threshold;
    case 'gt':
      return value > threshold;
    case 'gte':
      return value >= threshold;
    default:
      return op satisfies never;
  }
}

function problem(message: string): MinuteCounts {
  return { kind: 'problem', message };
}
