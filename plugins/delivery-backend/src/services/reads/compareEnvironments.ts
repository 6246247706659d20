import {
  compareEnvironments as inPromotionOrder,
  type EnvironmentCell,
  type EnvironmentDrift,
  environmentTierSchema,
  hasSeveralServices,
} from '@atrium/plugin-delivery-common';
import type { EnvironmentState, MergedChange } from '../../database/ReadStore';
import { isAboutService } from '../../model/isAboutService';
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
 * Compares what each service of a component runs in each environment with the
 * nearest earlier one where it runs.
 *
 * @remarks A service that is called something else in each environment is compared
 * all the same, as long as no environment has several.
 *
 * @param states - The newest of each service in each environment.
 * @param changes - The newest merged changes; older ones are not counted.
 */
export function compareEnvironments(
  states: EnvironmentState[],
  changes: MergedChange[],
): EnvironmentCell[] {
  const commits = new CommitIndex(changes);
  const shown = withoutGone(states);
  const hasSeveral = hasSeveralServices(
    shown.map(({ deployment }) => deployment),
  );
  const services = new Set(shown.map(serviceOf));
  const placed = shown
    .map((state): Placed => {
      const change = commits.find(state.deployment.commit);
      return {
        state,
        until: change?.mergedAt ?? state.committedAt,
        branch: change?.branch,
      };
    })
    .sort(
      (a, b) =>
        inPromotionOrder(toEnvironment(a), toEnvironment(b)) ||
        serviceOf(a.state).localeCompare(serviceOf(b.state), 'en-US'),
    );
  return placed.map((here, position) => {
    const { deployment } = here.state;
    const isSameService = ({ state }: Placed) =>
      !hasSeveral || state.deployment.service === deployment.service;
    const before = isRunning(here)
      ? placed
          .slice(0, position)
          .findLast(
            other =>
              isRunning(other) &&
              isEarlierTier(other, here) &&
              isSameService(other),
          )
      : undefined;
    return {
      environment: deployment.environment,
      isRunning: isRunning(here),
      deployment,
      comparedWith:
        before &&
        compare(here, before, {
          oldest: changes.at(-1)?.mergedAt,
          ofService: hasSeveral
            ? changes.filter(({ service }) =>
                isAboutService(service, deployment.service, services),
              )
            : changes,
        }),
    };
  });
}

/**
 * Leaves out what was removed where something else runs; of an environment where
 * nothing does, only the last one stays.
 */
function withoutGone(states: EnvironmentState[]): EnvironmentState[] {
  const environments = new Map<string, EnvironmentState[]>();
  for (const state of states) {
    const { environment } = state.deployment;
    const others = environments.get(environment) ?? [];
    environments.set(environment, [...others, state]);
  }
  return [...environments.values()].flatMap(all => {
    const running = all.filter(state => !isGone(state));
    return running.length > 0 ? running : [findNewest(all)];
  });
}

function findNewest(states: EnvironmentState[]): EnvironmentState {
  return states.reduce((a, b) => (b.deployment.at > a.deployment.at ? b : a));
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

/** The changes to count. */
interface KnownChanges {
  ofService: MergedChange[];
  /** When the oldest change at hand was merged, of whichever service. */
  oldest?: number;
}

function compare(
  here: Placed,
  before: Placed,
  changes: KnownChanges,
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
  const changesAhead = countBetween(before.until, here.until, changes);
  const changesBehind = countBetween(here.until, before.until, changes);
  const drift = toDrift(here.until, before.until);
  // What was merged in between is about another service.
  return drift !== 'none' && changesAhead === 0 && changesBehind === 0
    ? { environment, drift: 'different' }
    : { environment, drift, changesAhead, changesBehind };
}

function toDrift(here: number, before: number): EnvironmentDrift {
  if (here === before) {
    return 'none';
  }
  return here < before ? 'behind' : 'ahead';
}

/** Undefined when there may be more than we have at hand. */
function countBetween(
  after: number,
  until: number,
  { ofService, oldest }: KnownChanges,
): number | undefined {
  if (after < until && (oldest === undefined || oldest > after)) {
    return undefined;
  }
  return ofService.filter(
    ({ mergedAt }) => mergedAt > after && mergedAt <= until,
  ).length;
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
  return !isGone(state);
}

function isGone({ deployment }: EnvironmentState): boolean {
  return deployment.kind === 'removed';
}

function serviceOf({ deployment }: EnvironmentState): string {
  return deployment.service;
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
