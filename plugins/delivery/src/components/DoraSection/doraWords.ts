import {
  formatDuration,
  formatNumber,
  formatPercent,
  formatShortDuration,
} from '@atrium/ui';
import type {
  DoraExclusionReason,
  DoraMetric,
  DoraMetricName,
  DoraReport,
  LeadTimeStart,
} from '@atrium/plugin-delivery-common';

const DAYS_OF_WEEK = 7;

interface MetricWords {
  title: string;
  /** What the sample is made of. */
  sample: string;
  define(report: DoraReport['definition']): string;
}

/** How each metric is called and defined, for people. */
export const METRIC_WORDS: Record<DoraMetricName, MetricWords> = {
  deploymentFrequency: {
    title: 'Deployment frequency',
    sample: 'deployments',
    define: () =>
      'Deployments to production by the days of the period. A roll-back, or the same commit deployed again, is not one.',
  },
  leadTime: {
    title: 'Lead time for changes',
    sample: 'changes',
    define: ({ leadTimeFrom }) =>
      `The median time from ${
        leadTimeFrom === 'merge' ? 'the merge' : 'the first commit'
      } of a change to the deployment that first brought it to production.`,
  },
  changeFailureRate: {
    title: 'Change failure rate',
    sample: 'deployments',
    define: ({ failureWindowHours }) =>
      `Deployments to production that were rolled back, or followed by an incident within ${failureWindowHours} hours, by all deployments.`,
  },
  timeToRestore: {
    title: 'Time to restore',
    sample: 'failures',
    define: ({ restoreOf }) =>
      restoreOf === 'all-incidents'
        ? 'The median time from the detection of an incident in production to its end.'
        : 'The median time from a failed deployment to production to the end of its incident or its roll-back.',
  },
};

const REASONS: Record<DoraExclusionReason, string> = {
  rollback: 'were roll-backs',
  redeployment: 'deployed a commit that had been there before',
  'rollback-of-nothing': 'rolled back to what nobody had deployed',
  'unknown-commit': 'do not say which commit they deployed',
  'not-deployed-yet': 'are not in production yet',
  'change-clock-skew': 'were deployed before they began, by the clocks',
  'not-after-deployment': 'did not follow a deployment',
  'not-restored-yet': 'last still',
  'incident-clock-skew': 'ended before they began, by the clocks',
};

const MISSING = {
  'no-deployments':
    'No deployment to production in this period. Send service.deployed events with the environment and the commit.',
  'no-deployed-changes':
    'No change of which the deployment is known. Send change.merged events with their commit, and deployments with theirs.',
  'no-failures':
    'No failure in this period: there was nothing to restore, or nobody sends incident events.',
};

/** Why a metric has no value, and what to do about it. */
export function describeMissing(
  metric: Extract<DoraMetric, { status: 'not-measured' }>,
): string {
  return MISSING[metric.reason];
}

/** What was left out of a metric, one sentence each. */
export function describeExclusions({ excluded }: DoraMetric): string[] {
  return excluded.map(
    ({ count, of, reason }) =>
      `${formatNumber(count)} ${of} ${REASONS[reason]}`,
  );
}

const STARTS: Record<LeadTimeStart['at'], string> = {
  'first-commit': 'from the first commit',
  opening: 'from when they were opened, as their first commit is not known',
  merge: 'from the merge, as nothing earlier is known',
};

/** What lead times were measured from, where that differs from the definition. */
export function describeStarts(
  metric: DoraMetric,
  { leadTimeFrom }: DoraReport['definition'],
): string[] {
  const starts = (metric.status === 'measured' && metric.starts) || [];
  return starts.every(({ at }) => at === leadTimeFrom)
    ? []
    : starts.map(({ at, count }) => `${formatNumber(count)} ${STARTS[at]}`);
}

/** A value of a metric in its unit. */
export function formatMetric(unit: DoraMetric['unit'], value: number): string {
  switch (unit) {
    case 'seconds':
      return formatDuration(value);
    case 'ratio':
      return formatPercent(value);
    case 'per-day':
      return value >= 1
        ? `${formatNumber(value)} a day`
        : `${formatNumber(value * DAYS_OF_WEEK)} a week`;
    default:
      throw new Error(`Unknown unit '${unit satisfies never}'`);
  }
}

/** The same for the axis of a chart, short and in one unit. */
export function formatMetricTick(
  unit: DoraMetric['unit'],
  value: number,
): string {
  switch (unit) {
    case 'seconds':
      return formatShortDuration(value);
    case 'ratio':
      return formatPercent(value);
    case 'per-day':
      return `${formatNumber(value)}/day`;
    default:
      throw new Error(`Unknown unit '${unit satisfies never}'`);
  }
}
