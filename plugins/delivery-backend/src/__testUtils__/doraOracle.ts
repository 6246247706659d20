import type { DoraConfig } from '../config/readDeliveryConfig';
import type { DoraDeployment, DoraInput } from '../model/DoraInput';

/** What the definitions say of one entity, worked out the slow way. */
export interface OracleFigures {
  /** Days and what happened on them, unsorted: `day name` or `day name seconds`. */
  facts: string[];
  leadTimes: Map<string, number | undefined>;
  causes: Map<string, string>;
}

/**
 * The definitions of the README, each written down on its own as a question
 * about the whole history, asked again and again: no state is carried along,
 * nothing is indexed or sorted once. Slow, and hopefully beyond doubt.
 */
export function askOracle(input: DoraInput, config: DoraConfig): OracleFigures {
  const facts: string[] = [];
  const leadTimes = new Map<string, number | undefined>();
  const causes = new Map<string, string>();
  const { deployments, changes, incidents } = input;
  const releases = deployments.filter(one => isRelease(one, deployments));

  for (const one of deployments) {
    if (isRelease(one, deployments)) {
      facts.push(`${day(one.at)} deployment`);
      if (reaches(one, input) === undefined) {
        facts.push(`${day(one.at)} unknownCommit`);
      }
    } else if (one.kind === 'rolledback') {
      facts.push(`${day(one.at)} rollback`);
      if (!runningBefore(one, deployments)) {
        facts.push(`${day(one.at)} rollbackOfNothing`);
      }
    } else if (one.kind !== 'removed') {
      facts.push(`${day(one.at)} redeployment`);
    }
  }

  for (const change of changes) {
    const holding = releases.filter(release => {
      const reach = reaches(release, input);
      return (
        reach !== undefined &&
        change.mergedAt <= reach.until &&
        (!reach.branch || !change.branch || reach.branch === change.branch) &&
        isOfNamed(change.service, release, releases)
      );
    });
    const first = holding.find(one =>
      holding.every(other => one === other || isBefore(one, other)),
    );
    const isFromMerge =
      config.leadTimeFrom === 'merge' ||
      (change.firstCommitAt === undefined && change.openedAt === undefined);
    const isFromOpening = !isFromMerge && change.firstCommitAt === undefined;
    const start = isFromMerge
      ? change.mergedAt
      : Number(isFromOpening ? change.openedAt : change.firstCommitAt);
    if (!first) {
      facts.push(`${day(change.mergedAt)} notDeployedYet`);
    } else if (first.at - start < -config.clockSkewToleranceMs) {
      leadTimes.set(change.id, undefined);
      facts.push(`${day(first.at)} changeClockSkew`);
    } else {
      const seconds = Math.max(0, Math.round((first.at - start) / 1000));
      leadTimes.set(change.id, seconds);
      facts.push(`${day(first.at)} lead ${seconds}`);
      if (isFromMerge) {
        facts.push(`${day(first.at)} leadFromMerge`);
      } else if (isFromOpening) {
        facts.push(`${day(first.at)} leadFromOpening`);
      }
    }
  }

  for (const incident of incidents) {
    const before = releases.filter(
      ({ at, environment }) =>
        at <= incident.detectedAt &&
        (!incident.environment || environment === incident.environment),
    );
    const named = latest(
      before.filter(
        ({ artifactId }) =>
          incident.artifactId !== undefined &&
          artifactId === incident.artifactId,
      ),
    );
    const newest = latest(
      before.filter(one => isOfNamed(incident.service, one, before)),
    );
    const cause =
      named ??
      (newest && incident.detectedAt - newest.at <= config.failureWindowMs
        ? newest
        : undefined);
    if (cause) {
      causes.set(incident.id, cause.id);
    } else if (config.restoreOf === 'failed-deployments') {
      facts.push(`${day(incident.detectedAt)} notAfterDeployment`);
    }
  }
  const blamed = new Set(causes.values());
  const rolledBack = (release: DoraDeployment) =>
    earliest(
      deployments.filter(
        one =>
          one.kind === 'rolledback' &&
          (one.version === undefined || one.version !== release.version) &&
          runningBefore(one, deployments)?.id === release.id,
      ),
    );
  for (const release of releases) {
    if (blamed.has(release.id) || rolledBack(release)) {
      facts.push(`${day(release.at)} failed`);
    }
  }

  facts.push(...restores());
  return { facts: facts.sort(), leadTimes, causes };

  function restores(): string[] {
    const spans: [number, number][] = [];
    const exclusions: string[] = [];
    for (const incident of incidents) {
      const { detectedAt, resolvedAt } = incident;
      if (config.restoreOf !== 'all-incidents' && !causes.has(incident.id)) {
        continue;
      }
      if (resolvedAt === undefined) {
        exclusions.push(`${day(detectedAt)} notRestoredYet`);
      } else if (resolvedAt < detectedAt - config.clockSkewToleranceMs) {
        exclusions.push(`${day(detectedAt)} incidentClockSkew`);
      } else {
        spans.push([detectedAt, Math.max(detectedAt, resolvedAt)]);
      }
    }
    for (const release of releases) {
      const undone = rolledBack(release);
      if (undone && !blamed.has(release.id)) {
        spans.push([release.at, undone.at]);
      }
    }
    // Join any two that share a moment, until no two do.
    for (;;) {
      const pair = spans
        .flatMap((a, i) => spans.slice(i + 1).map(b => [a, b] as const))
        .find(([a, b]) => a[0] <= b[1] && b[0] <= a[1]);
      if (!pair) {
        break;
      }
      const [a, b] = pair;
      spans.splice(spans.indexOf(a), 1);
      spans.splice(spans.indexOf(b), 1);
      spans.push([Math.min(a[0], b[0]), Math.max(a[1], b[1])]);
    }
    for (const [from, to] of spans) {
      exclusions.push(`${day(to)} restore ${Math.round((to - from) / 1000)}`);
    }
    return exclusions;
  }
}

/** Unless one of the releases is of the service that is named, any will do. */
function isOfNamed(
  named: string | undefined,
  release: DoraDeployment,
  all: DoraDeployment[],
): boolean {
  const isKnown = all.some(({ service }) => service === named);
  return !isKnown || release.service === named;
}

/** A deployment of something else than what runs there already. */
function isRelease(one: DoraDeployment, all: DoraDeployment[]): boolean {
  if (one.kind !== 'deployed' && one.kind !== 'upgraded') {
    return false;
  }
  const running = runningBefore(one, all);
  return !running || !one.version || running.version !== one.version;
}

/** The release of the service that runs in the environment just before a deployment. */
function runningBefore(
  one: DoraDeployment,
  all: DoraDeployment[],
): DoraDeployment | undefined {
  const before = all.filter(
    other =>
      other.environment === one.environment &&
      other.service === one.service &&
      isBefore(other, one),
  );
  const last = latest(before);
  if (!last || last.kind === 'removed') {
    return undefined;
  }
  if (last.kind === 'rolledback') {
    return latest(
      before.filter(
        other =>
          isBefore(other, last) &&
          isRelease(other, all) &&
          last.version !== undefined &&
          other.version === last.version,
      ),
    );
  }
  return isRelease(last, all) ? last : runningBefore(last, all);
}

/** Up to when, and on which branch, a release holds what was merged. */
function reaches(
  release: DoraDeployment,
  { changes }: DoraInput,
): { until: number; branch?: string } | undefined {
  const made = changes.filter(
    ({ commit }) => commit !== undefined && commit === release.commit,
  );
  if (made.length > 0) {
    const until = Math.min(...made.map(({ mergedAt }) => mergedAt));
    const first = made.find(({ mergedAt }) => mergedAt === until);
    return { until, branch: first?.branch };
  }
  return release.committedAt === undefined
    ? undefined
    : { until: release.committedAt };
}

function isBefore(a: DoraDeployment, b: DoraDeployment): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id);
}

function latest(some: DoraDeployment[]): DoraDeployment | undefined {
  return some.find(one =>
    some.every(other => one === other || isBefore(other, one)),
  );
}

function earliest(some: DoraDeployment[]): DoraDeployment | undefined {
  return some.find(one =>
    some.every(other => one === other || isBefore(one, other)),
  );
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
