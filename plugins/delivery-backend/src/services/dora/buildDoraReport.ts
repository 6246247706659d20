import {
  DORA_BANDS_REPORT,
  type DoraMetric,
  type DoraMetricName,
  type DoraReport,
  type LeadTimeStart,
  percentile,
  toDoraBand,
} from '@atrium/plugin-delivery-common';
import type { DoraConfig } from '../../config/readDeliveryConfig';
import type { DoraProgress } from '../../database/DoraStore';
import type {
  DayPeriod,
  DoraSamples,
  DoraSummary,
  DoraTotals,
} from '../../database/DoraSummary';
import { addDays, countDays, mondayOf, toInstant } from '../../model/days';
import { listExclusions } from '../../model/doraCounts';

interface ReportInput {
  entityRef?: string;
  components: string[];
  period: DayPeriod;
  summary: DoraSummary;
  progress: DoraProgress;
  config: DoraConfig;
  withTrend: boolean;
}

/** A metric before it is known whether there is a value. */
interface Measurement {
  unit: DoraMetric['unit'];
  value?: number;
  p50?: number;
  p90?: number;
  sampleSize: number;
  missing: Extract<DoraMetric, { status: 'not-measured' }>['reason'];
}

/** Words the totals of a set of entities as the four metrics. */
export function buildDoraReport(input: ReportInput): DoraReport {
  const { period, summary, progress, config } = input;
  const weeks = listWeeks(period);
  return {
    entityRef: input.entityRef,
    from: toInstant(period.from),
    to: toInstant(period.to),
    entities: input.components.length,
    entitiesWithData: summary.entitiesWithData,
    firstDay: summary.firstDay,
    computedAt: progress.computedAt,
    pendingEntities: progress.pendingEntities,
    definition: {
      leadTimeFrom: config.leadTimeFrom,
      restoreOf: config.restoreOf,
      failureWindowHours: config.failureWindowMs / 3_600_000,
      bands: DORA_BANDS_REPORT,
    },
    metrics: {
      deploymentFrequency: toMetric('deploymentFrequency', input, weeks),
      leadTime: toMetric('leadTime', input, weeks),
      changeFailureRate: toMetric('changeFailureRate', input, weeks),
      timeToRestore: toMetric('timeToRestore', input, weeks),
    },
  };
}

function toMetric(
  name: DoraMetricName,
  { period, summary, withTrend }: ReportInput,
  weeks: Week[],
): DoraMetric {
  const { missing, value, p50, p90, ...common } = measure(
    name,
    summary.total,
    countDays(period.from, period.to),
  );
  const starts = name === 'leadTime' ? toStarts(summary.total) : undefined;
  const trend = withTrend
    ? weeks.map(week => toTrendWeek(name, week, summary))
    : [];
  const excluded = listExclusions(name, summary.total);
  if (value === undefined) {
    return {
      ...common,
      status: 'not-measured',
      reason: missing,
      excluded,
      trend,
    };
  }
  return {
    ...common,
    status: 'measured',
    value,
    // A ratio has no distribution; that of the frequency is over its weeks.
    ...(name === 'deploymentFrequency'
      ? spreadOfWeeks(weeks, summary)
      : { p50, p90 }),
    starts,
    band: toDoraBand(name, value),
    excluded,
    trend,
  };
}

function toStarts({
  lead,
  leadFromOpening,
  leadFromMerge,
}: DoraTotals): LeadTimeStart[] {
  const starts: LeadTimeStart[] = [
    { at: 'first-commit', count: lead.count - leadFromOpening - leadFromMerge },
    { at: 'opening', count: leadFromOpening },
    { at: 'merge', count: leadFromMerge },
  ];
  return starts.filter(({ count }) => count > 0);
}

function toTrendWeek(name: DoraMetricName, week: Week, summary: DoraSummary) {
  const totals = summary.weeks.get(week.start);
  const measured = totals && measure(name, totals, week.days);
  return {
    weekStart: week.start,
    sampleSize: measured?.sampleSize ?? 0,
    value: measured?.value,
  };
}

function measure(
  name: DoraMetricName,
  totals: DoraTotals,
  days: number,
): Measurement {
  const { deployments, failedDeployments } = totals;
  switch (name) {
    case 'deploymentFrequency':
      return {
        unit: 'per-day',
        value: deployments > 0 ? deployments / days : undefined,
        sampleSize: deployments,
        missing: 'no-deployments',
      };
    case 'changeFailureRate':
      return {
        unit: 'ratio',
        value: deployments > 0 ? failedDeployments / deployments : undefined,
        sampleSize: deployments,
        missing: 'no-deployments',
      };
    case 'leadTime':
      return measureSamples(
        totals.lead,
        deployments > 0 ? 'no-deployed-changes' : 'no-deployments',
      );
    case 'timeToRestore':
      return measureSamples(
        totals.restore,
        // An incident that no deployment caused may be under way.
        failedDeployments + totals.notRestoredYet > 0
          ? 'not-restored'
          : 'no-failures',
      );
    default:
      throw new Error(`'${name satisfies never}' is no metric`);
  }
}

function measureSamples(
  samples: DoraSamples,
  missing: Measurement['missing'],
): Measurement {
  return {
    unit: 'seconds',
    value: samples.p50,
    p50: samples.p50,
    p90: samples.p90,
    sampleSize: samples.count,
    missing,
  };
}

/** Deployments per day of each week, quiet weeks included. */
function spreadOfWeeks(weeks: Week[], summary: DoraSummary) {
  if (summary.weeks.size === 0) {
    return {};
  }
  const perDay = weeks
    .map(
      ({ start, days }) => (summary.weeks.get(start)?.deployments ?? 0) / days,
    )
    .sort((a, b) => a - b);
  return { p50: percentile(perDay, 0.5), p90: percentile(perDay, 0.9) };
}

/** A week, from Monday, as far as it is in the period. */
interface Week {
  start: string;
  days: number;
}

function listWeeks(period: DayPeriod): Week[] {
  const weeks: Week[] = [];
  let day = period.from;
  while (day < period.to) {
    const start = mondayOf(day);
    const next = addDays(start, 7);
    const end = next < period.to ? next : period.to;
    weeks.push({ start, days: countDays(day, end) });
    day = end;
  }
  return weeks;
}
