import type { DoraBand, DoraMetricName } from './doraReport';

/** The report whose answer scales the bands are. */
export const DORA_BANDS_REPORT =
  'DORA, State of AI-assisted Software Development 2025';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
// The scales speak of months; half a year is half of 365 days.
const HALF_YEAR = 182.5 * DAY;
const MONTH = HALF_YEAR / 6;

interface Step {
  label: string;
  /** The worst value that still belongs to the step. */
  limit: number;
}

const DURATIONS: Step[] = [
  { label: 'Less than one hour', limit: HOUR },
  { label: 'Less than one day', limit: DAY },
  { label: 'Between one day and one week', limit: WEEK },
  { label: 'Between one week and one month', limit: MONTH },
  { label: 'Between one month and six months', limit: HALF_YEAR },
  { label: 'More than six months', limit: Infinity },
];

const FREQUENCIES: Step[] = [
  // One deployment an hour is where "on demand" begins.
  { label: 'On demand, several a day', limit: 24 },
  { label: 'Between once per hour and once per day', limit: 1 },
  { label: 'Between once per day and once per week', limit: 1 / 7 },
  { label: 'Between once per week and once per month', limit: DAY / MONTH },
  {
    label: 'Between once per month and once every six months',
    limit: DAY / HALF_YEAR,
  },
  { label: 'Fewer than once per six months', limit: 0 },
];

const RATES: Step[] = [
  { label: '0% to 2%', limit: 0.02 },
  { label: '2% to 4%', limit: 0.04 },
  { label: '4% to 8%', limit: 0.08 },
  { label: '8% to 16%', limit: 0.16 },
  { label: '16% to 32%', limit: 0.32 },
  { label: '32% to 64%', limit: 0.64 },
  { label: 'More than 64%', limit: Infinity },
];

/**
 * The band of a value: seconds, deployments per day, or a ratio.
 *
 * @remarks Since 2025 the report no longer names elite, high, medium and low
 * performers. What remains comparable is the scale of answers it counts, so
 * that is what is shown: a place on a scale, not a grade.
 */
export function toDoraBand(metric: DoraMetricName, value: number): DoraBand {
  const steps = stepsOf(metric);
  const isWithin =
    metric === 'deploymentFrequency'
      ? (step: Step) => value >= step.limit
      : (step: Step) =>
          // "Less than" is strict for durations, "up to" is not for rates.
          metric === 'changeFailureRate'
            ? value <= step.limit
            : value < step.limit;
  const found = steps.findIndex(isWithin);
  const index = found < 0 ? steps.length - 1 : found;
  return { label: steps[index].label, rank: index + 1, of: steps.length };
}

function stepsOf(metric: DoraMetricName): Step[] {
  switch (metric) {
    case 'deploymentFrequency':
      return FREQUENCIES;
    case 'changeFailureRate':
      return RATES;
    case 'leadTime':
    case 'timeToRestore':
      return DURATIONS;
    default:
      throw new Error(`There are no bands for '${metric satisfies never}'`);
  }
}
