import type { DoraIncident } from '../../model/DoraInput';
import { findCause, type ReleaseHistory } from '../dora/readReleaseHistory';

interface FindReleaseFailuresOptions {
  incidents: DoraIncident[];
  /** What each environment is for, by its name. */
  tiers: ReadonlyMap<string, string | undefined>;
  /** How long after a release an incident without an artifact may blame it. */
  failureWindowMs: number;
}

/**
 * When each release first failed, by roll-back or by an incident that it is
 * blamed for, as the DORA metrics blame.
 */
export function findReleaseFailures(
  { releases, rolledBackAt }: ReleaseHistory,
  { incidents, tiers, failureWindowMs }: FindReleaseFailuresOptions,
): Map<string, number> {
  const failedAt = new Map(rolledBackAt);
  // An incident that names no environment is one of production.
  const inProduction = releases.filter(
    ({ environment }) => tiers.get(environment) === 'production',
  );
  for (const incident of incidents) {
    const cause = findCause(
      incident,
      incident.environment === undefined ? inProduction : releases,
      failureWindowMs,
    );
    if (cause) {
      failedAt.set(
        cause.id,
        Math.min(failedAt.get(cause.id) ?? Infinity, incident.detectedAt),
      );
    }
  }
  return failedAt;
}
