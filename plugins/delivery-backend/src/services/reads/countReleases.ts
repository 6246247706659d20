import type {
  EventCountQuery,
  EventCounts,
} from '@atrium/plugin-delivery-common';
import type { DoraDeployment } from '../../model/DoraInput';

const MINUTE_MS = 60_000;

interface CountReleasesOptions {
  query: Extract<EventCountQuery, { measure: 'deployments' }>;
  /** What each environment is for, by its name. */
  tiers: ReadonlyMap<string, string | undefined>;
  /** When each release that has failed did so, by its id. */
  failedAt: ReadonlyMap<string, number>;
  fromMs: number;
  toMs: number;
}

/**
 * Counts releases by the minute in which their result became known: when they
 * failed, or else when they had run for the whole window. So what was counted
 * once stays, and a failure burns budget when it happens.
 */
export function countReleases(
  releases: DoraDeployment[],
  { query, tiers, failedAt, fromMs, toMs }: CountReleasesOptions,
): EventCounts['minutes'] {
  const { environment, tier, result, failsWithinMinutes } = query;
  const counts = new Map<number, number>();
  for (const release of releases) {
    const isInPlace =
      (environment === undefined || release.environment === environment) &&
      (tier === undefined || tiers.get(release.environment) === tier);
    const deadline = release.at + failsWithinMinutes * MINUTE_MS;
    const failure = failedAt.get(release.id) ?? Infinity;
    const hasFailed = failure <= deadline;
    const isResult =
      result === undefined || hasFailed === (result === 'failure');
    const knownAt = Math.min(failure, deadline);
    if (isInPlace && isResult && knownAt >= fromMs && knownAt < toMs) {
      const minute = Math.floor(knownAt / MINUTE_MS);
      counts.set(minute, (counts.get(minute) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([minute, count]) => ({
      minute: new Date(minute * MINUTE_MS).toISOString(),
      count,
    }));
}
