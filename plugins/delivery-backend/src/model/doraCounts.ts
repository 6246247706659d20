import type {
  DoraExclusion,
  DoraMetricName,
} from '@atrium/plugin-delivery-common';

/** What is left out for one reason, and of which metrics. */
interface DoraExclusionRule extends Omit<DoraExclusion, 'count'> {
  /** What it is called among the figures of a day. */
  name: string;
  metrics: readonly DoraMetricName[];
}

/**
 * The reasons, in the order of reports. Columns, zeros and sums follow from them:
 * a new one needs a line here, a migration that adds its column, the place that
 * counts it, and its words in the frontend.
 */
const doraExclusions = [
  {
    name: 'rollback',
    reason: 'rollback',
    of: 'deployments',
    metrics: ['deploymentFrequency', 'changeFailureRate'],
  },
  {
    name: 'redeployment',
    reason: 'redeployment',
    of: 'deployments',
    metrics: ['deploymentFrequency', 'changeFailureRate'],
  },
  {
    name: 'rollbackOfNothing',
    reason: 'rollback-of-nothing',
    of: 'deployments',
    metrics: ['changeFailureRate'],
  },
  {
    name: 'notDeployedYet',
    reason: 'not-deployed-yet',
    of: 'changes',
    metrics: ['leadTime'],
  },
  {
    name: 'changeClockSkew',
    reason: 'change-clock-skew',
    of: 'changes',
    metrics: ['leadTime'],
  },
  {
    name: 'unknownCommit',
    reason: 'unknown-commit',
    of: 'deployments',
    metrics: ['leadTime'],
  },
  {
    name: 'notAfterDeployment',
    reason: 'not-after-deployment',
    of: 'incidents',
    metrics: ['changeFailureRate', 'timeToRestore'],
  },
  {
    name: 'notRestoredYet',
    reason: 'not-restored-yet',
    of: 'incidents',
    metrics: ['timeToRestore'],
  },
  {
    name: 'incidentClockSkew',
    reason: 'incident-clock-skew',
    of: 'incidents',
    metrics: ['timeToRestore'],
  },
] as const satisfies readonly DoraExclusionRule[];

/** Lead times that do not begin at a first commit. */
const leadTimeStarts = ['leadFromOpening', 'leadFromMerge'] as const;

/** A lead time that does not begin at a first commit. */
export type LeadTimeStartCount = (typeof leadTimeStarts)[number];

/** What is counted by the day about the samples of the metrics. */
export type DoraCount =
  | (typeof doraExclusions)[number]['name']
  | LeadTimeStartCount;

/** All of them. */
export const doraCounts: readonly DoraCount[] = [
  ...doraExclusions.map(({ name }) => name),
  ...leadTimeStarts,
];

/** Gives a number to each of them. */
export function mapDoraCounts(
  toNumber: (name: DoraCount) => number,
): Record<DoraCount, number> {
  return Object.fromEntries(
    doraCounts.map(name => [name, toNumber(name)]),
  ) as Record<DoraCount, number>;
}

/** What a metric leaves out, as far as there is any. */
export function listExclusions(
  metric: DoraMetricName,
  counts: Record<DoraCount, number>,
): DoraExclusion[] {
  return doraExclusions
    .filter(({ metrics }: DoraExclusionRule) => metrics.includes(metric))
    .map(({ name, reason, of }) => ({ reason, of, count: counts[name] }))
    .filter(({ count }) => count > 0);
}
