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
import { t } from '../../translation';

const DAYS_OF_WEEK = 7;

interface MetricWords {
  title: string;
  /** What the sample is made of: `12 deployments`. */
  sample(count: number): string;
  define(report: DoraReport['definition']): string;
}

/** How each metric is called and defined, for people. */
export const METRIC_WORDS: Record<DoraMetricName, MetricWords> = {
  deploymentFrequency: {
    get title() {
      return t('doraWords.deploymentFrequency');
    },
    sample: count => t('doraWords.deployments', { count }),
    define: () => t('doraWords.deploymentsToProductionByThe'),
  },
  leadTime: {
    get title() {
      return t('doraWords.leadTimeForChanges');
    },
    sample: count => t('doraWords.changes', { count }),
    define: ({ leadTimeFrom }) =>
      t(
        leadTimeFrom === 'merge'
          ? 'doraWords.fromMerge'
          : 'doraWords.fromFirstCommit',
      ),
  },
  changeFailureRate: {
    get title() {
      return t('doraWords.changeFailureRate');
    },
    sample: count => t('doraWords.deployments', { count }),
    define: ({ failureWindowHours }) =>
      t('doraWords.deploymentsToProductionThatWere', { failureWindowHours }),
  },
  timeToRestore: {
    get title() {
      return t('doraWords.timeToRestore');
    },
    sample: count => t('doraWords.failures', { count }),
    define: ({ restoreOf }) =>
      restoreOf === 'all-incidents'
        ? t('doraWords.theMedianTimeFromThe')
        : t('doraWords.theMedianTimeFromA'),
  },
};

const REASONS = {
  rollback: 'doraWords.wereRollBacks',
  redeployment: 'doraWords.redeployment',
  'rollback-of-nothing': 'doraWords.rollbackOfNothing',
  'unknown-commit': 'doraWords.unknownCommit',
  'not-deployed-yet': 'doraWords.notDeployedYet',
  'change-clock-skew': 'doraWords.changeClockSkew',
  'not-after-deployment': 'doraWords.notAfterDeployment',
  'not-restored-yet': 'doraWords.notRestoredYet',
  'incident-clock-skew': 'doraWords.incidentClockSkew',
} as const satisfies Record<DoraExclusionReason, string>;

const COUNTED = {
  deployments: 'doraWords.deployments',
  changes: 'doraWords.changes',
  incidents: 'doraWords.incidents',
} as const;

const MISSING = {
  get 'no-deployments'() {
    return t('doraWords.noDeploymentToProductionIn');
  },
  get 'no-deployed-changes'() {
    return t('doraWords.noChangeOfWhichThe');
  },
  get 'no-failures'() {
    return t('doraWords.noFailureInThisPeriod');
  },
  get 'not-restored'() {
    return t('doraWords.notRestoredInThisPeriod');
  },
};

/** Why a metric has no value, and what to do about it. */
export function describeMissing(
  metric: Extract<DoraMetric, { status: 'not-measured' }>,
): string {
  return MISSING[metric.reason];
}

/** What was left out of a metric, one sentence each. */
export function describeExclusions({ excluded }: DoraMetric): string[] {
  return excluded.map(({ count, of, reason }) =>
    t(REASONS[reason], { things: t(COUNTED[of], { count }) }),
  );
}

const STARTS = {
  'first-commit': 'doraWords.startFirstCommit',
  opening: 'doraWords.startOpening',
  merge: 'doraWords.startMerge',
} as const satisfies Record<LeadTimeStart['at'], string>;

/** What lead times were measured from, where that differs from the definition. */
export function describeStarts(
  metric: DoraMetric,
  { leadTimeFrom }: DoraReport['definition'],
): string[] {
  const starts = (metric.status === 'measured' && metric.starts) || [];
  return starts.every(({ at }) => at === leadTimeFrom)
    ? []
    : starts.map(({ at, count }) => t(STARTS[at], { number: count }));
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
        ? t('doraWords.aDay', { value: formatNumber(value) })
        : t('doraWords.aWeek', { value: value * DAYS_OF_WEEK });
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
      return t('doraWords.perDayTick', { value });
    default:
      throw new Error(`Unknown unit '${unit satisfies never}'`);
  }
}
