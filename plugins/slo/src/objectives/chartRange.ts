import type {
  ObjectiveStatus,
  SeriesQuery,
  SeriesStep,
} from '@atrium/plugin-slo-common';
import { t } from '../translation';

const HOUR_MS = 3_600_000;
const STEP_MS: Record<SeriesStep, number> = {
  minute: 60_000,
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
};

/** Longer than this, an hour is too narrow to be seen. */
const MAX_DAYS_BY_HOUR = 35;

/** How much of the past a chart shows. */
export const CHART_RANGES = [
  {
    id: 'window',
    get title() {
      return t('chartRange.wholeWindow');
    },
    hours: undefined,
  },
  {
    id: '7d',
    get title() {
      return t('chartRange.n7Days');
    },
    hours: 168,
  },
  {
    id: '24h',
    get title() {
      return t('chartRange.n24Hours');
    },
    hours: 24,
  },
  {
    id: '3h',
    get title() {
      return t('chartRange.n3Hours');
    },
    hours: 3,
  },
] as const;

/** One of {@link CHART_RANGES}. */
export type ChartRange = (typeof CHART_RANGES)[number];

/**
 * The period of a chart in whole steps, so that it stays the same question for
 * as long as a step.
 */
export function toSeriesPeriod(
  { hours }: ChartRange,
  status: Pick<ObjectiveStatus, 'from' | 'to' | 'end'>,
): Pick<SeriesQuery, 'from' | 'to'> & { step: SeriesStep } {
  const end = Date.parse(hours ? status.to : status.end);
  const start = hours
    ? Date.parse(status.to) - hours * HOUR_MS
    : Date.parse(status.from);
  const step = stepOf((end - start) / HOUR_MS);
  const length = STEP_MS[step];
  return {
    from: new Date(Math.floor(start / length) * length).toISOString(),
    to: new Date(Math.ceil(end / length) * length).toISOString(),
    step,
  };
}

function stepOf(hours: number): SeriesStep {
  if (hours <= 12) {
    return 'minute';
  }
  return hours <= MAX_DAYS_BY_HOUR * 24 ? 'hour' : 'day';
}
