import type {
  CheckDefinition,
  CheckHealth,
} from '@atrium/plugin-scorecard-common';
import type {
  OutcomeChanges,
  OutcomeCount,
} from '../database/ScorecardReadStore';
import type { StoredVersion } from '../definitions/StoredScorecard';

const DAY_MS = 86_400_000;

/** From when on changes of outcomes count, before now. */
export const HEALTH_MS = 56 * DAY_MS;
/** For how long a check has to be measured before anything is said of it. */
export const MEASURED_MS = 14 * DAY_MS;
/** So often an outcome of one entity changes in 8 weeks before it flaps. */
const FLAPPING_CHANGES = 6;

/** What the health of a check is worked out from. */
export interface HealthData {
  changes: readonly OutcomeChanges[];
  outcomes: readonly OutcomeCount[];
  /** Names of the checks that were measured {@link MEASURED_MS} ago. */
  measured: ReadonlySet<string>;
  /** Of the scorecard, the newest first. */
  versions: readonly Pick<StoredVersion, 'definition' | 'publishedAt'>[];
  now: Date;
}

/** How a check does over all entities, and what that says of it as a rule. */
export function toCheckHealth(
  check: CheckDefinition,
  { changes, measured, now, outcomes, versions }: HealthData,
): CheckHealth {
  const { name } = check;
  const countOf = (outcome: string) =>
    outcomes.find(one => one.check === name && one.outcome === outcome)
      ?.count ?? 0;
  const change = changes.find(one => one.check === name);
  const counts = {
    pass: countOf('pass'),
    fail: countOf('fail'),
    unknown: countOf('unknown'),
    notApplicable: countOf('not-applicable'),
    exempt: countOf('exempt'),
  };
  const ruleSince = findRuleStart(check, versions);
  const isOldEnough =
    measured.has(name) &&
    (!ruleSince || now.getTime() - ruleSince.getTime() >= MEASURED_MS);
  const verdict = isOldEnough ? findVerdict(counts, change) : undefined;
  return {
    check: name,
    ...counts,
    changes: change?.changes ?? 0,
    ...(verdict && { verdict }),
  };
}

function findVerdict(
  { fail, pass, unknown }: Record<'fail' | 'pass' | 'unknown', number>,
  change: OutcomeChanges | undefined,
): CheckHealth['verdict'] {
  if ((change?.mostOfOne ?? 0) >= FLAPPING_CHANGES) {
    return 'flaps';
  }
  if (pass + fail === 0) {
    return unknown > 0 ? 'never-known' : undefined;
  }
  if (fail === 0 && (change?.failed ?? 0) === 0) {
    return 'always-passes';
  }
  return pass === 0 && (change?.passed ?? 0) === 0 ? 'always-fails' : undefined;
}

/**
 * When a check began to ask what it asks now: what was measured before is of another
 * rule. Undefined for what stood in the first version, of which the weeks before are
 * worked out from facts.
 */
export function findRuleStart(
  check: CheckDefinition,
  versions: HealthData['versions'],
): Date | undefined {
  const firstOther = versions.findIndex(({ definition }) => {
    const then = definition.spec.checks.find(({ name }) => name === check.name);
    return (
      then?.expression !== check.expression ||
      then.appliesTo !== check.appliesTo
    );
  });
  return versions[firstOther - 1]?.publishedAt;
}
