import {
  compareEnvironments as inPromotionOrder,
  type EnvironmentCell,
  type EnvironmentDrift,
  environmentTierSchema,
} from '@atrium/plugin-delivery-common';
import type { EnvironmentState, MergedChange } from '../../database/ReadStore';
import { CommitIndex } from '../dora/CommitIndex';

/** A deployment, and where its commit stands among the changes. */
interface Placed {
  state: EnvironmentState;
  /** When the deployed commit was merged, if that is known. */
  until?: number;
  branch?: string;
}

type Comparison = NonNullable<EnvironmentCell['comparedWith']>;

/**
 * Compares what a service runs in each environment with the nearest earlier
 * one where it runs.
 *
 * @param changes - The newest merged changes; older ones are not counted.
 */
export function compareEnvironments(
  states: EnvironmentState[],
  changes: MergedChange[],
): EnvironmentCell[] {
  const commits = new CommitIndex(changes);
  const placed = states
    .map((state): Placed => {
      const change = commits.find(state.deployment.commit);
      return {
        state,
        until: change?.mergedAt ?? state.committedAt,
        branch: change?.branch,
      };
    })
    .sort((a, b) => inPromotionOrder(toEnvironment(a), toEnvironment(b)));
  return placed.map((here, position) => {
    const { deployment } = here.state;
    const before = isRunning(here)
      ? placed
          .slice(0, position)
          .findLast(other => isRunning(other) && isEarlierTier(other, here))
      : undefined;
    return {
      environment: deployment.environment,
      isRunning: isRunning(here),
      deployment,
      comparedWith: before && compare(here, before, changes),
    };
  });
}

/**
 * Whether older changes than those at hand may say more: something runs whose
 * commit is not among them.
 */
export function needsOlderChanges(
  states: EnvironmentState[],
  changes: MergedChange[],
): boolean {
  const commits = new Set(changes.map(({ commit }) => commit));
  const oldest = changes.at(-1)?.mergedAt ?? Infinity;
  return states.some(({ deployment, committedAt = Infinity }) =>
    deployment.commit === undefined
      ? committedAt < oldest
      : !commits.has(deployment.commit),
  );
}

function compare(
  here: Placed,
  before: Placed,
  changes: MergedChange[],
): Comparison {
  const environment = before.state.deployment.environment;
  const isSame = isSameVersion(here, before);
  if (isSame) {
    return { environment, drift: 'none', changesAhead: 0, changesBehind: 0 };
  }
  if (here.until === undefined || before.until === undefined) {
    return {
      environment,
      drift: isSame === undefined ? 'unknown' : 'different',
    };
  }
  const isOtherBranch =
    here.branch !== undefined &&
    before.branch !== undefined &&
    here.branch !== before.branch;
  if (isOtherBranch) {
    return { environment, drift: 'diverged' };
  }
  return {
    environment,
    drift: toDrift(here.until, before.until),
    changesAhead: countBetween(changes, before.until, here.until),
    changesBehind: countBetween(changes, here.until, before.until),
  };
}

function toDrift(here: number, before: number): EnvironmentDrift {
  if (here === before) {
    return 'none';
  }
  return here < before ? 'behind' : 'ahead';
}

/** Undefined when there may be more than we have at hand. */
function countBetween(
  changes: MergedChange[],
  after: number,
  until: number,
): number | undefined {
  const oldest = changes.at(-1)?.mergedAt;
  if (after < until && (oldest === undefined || oldest > after)) {
    return undefined;
  }
  return changes.filter(({ mergedAt }) => mergedAt > after && mergedAt <= until)
    .length;
}

/** Undefined when one of the two does not say what it is. */
function isSameVersion(a: Placed, b: Placed): boolean | undefined {
  const one = a.state.deployment;
  const other = b.state.deployment;
  if (one.artifactId && other.artifactId) {
    return one.artifactId === other.artifactId;
  }
  return one.version && other.version
    ? one.version === other.version
    : undefined;
}

function isRunning({ state }: Placed): boolean {
  return state.deployment.kind !== 'removed';
}

function isEarlierTier(a: Placed, b: Placed): boolean {
  const order = environmentTierSchema.options;
  return (
    order.indexOf(a.state.deployment.tier) <
    order.indexOf(b.state.deployment.tier)
  );
}

function toEnvironment({ state }: Placed) {
  const { environment, tier } = state.deployment;
  return { name: environment, tier };
}
