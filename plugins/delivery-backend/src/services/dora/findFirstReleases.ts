import type { DoraChange, DoraDeployment } from '../../model/DoraInput';
import { isAboutService } from '../../model/isAboutService';
import { CommitIndex } from './CommitIndex';

/** Which release brought which change to production first. */
export interface FirstReleases {
  /** By the id of the change. */
  releaseOf: Map<string, DoraDeployment>;
  /** Releases of a commit that cannot be placed in order. */
  unknown: DoraDeployment[];
}

/**
 * A release holds every change of its branch that was merged no later than the
 * commit it deploys. Which is why that commit has to be known: by the change
 * that made it, or by the time the emitter gives. A change that names one of
 * several services waits for a release of that one.
 */
export function findFirstReleases(
  releases: DoraDeployment[],
  changes: DoraChange[],
): FirstReleases {
  const commits = new CommitIndex(changes);
  const services = new Set(releases.map(({ service }) => service));
  const unknown: DoraDeployment[] = [];
  const placed: { release: DoraDeployment; until: number; branch?: string }[] =
    [];
  for (const release of releases) {
    const change = commits.find(release.commit);
    const until = change?.mergedAt ?? release.committedAt;
    if (until === undefined) {
      unknown.push(release);
    } else {
      placed.push({ release, until, branch: change?.branch });
    }
  }

  const releaseOf = new Map<string, DoraDeployment>();
  let waiting = [...changes].sort((a, b) => a.mergedAt - b.mergedAt);
  for (const { release, until, branch } of placed) {
    const remaining: DoraChange[] = [];
    for (const change of waiting) {
      const isSameBranch =
        branch === undefined ||
        change.branch === undefined ||
        change.branch === branch;
      const isHeld =
        change.mergedAt <= until &&
        isSameBranch &&
        isAboutService(change.service, release.service, services);
      if (isHeld) {
        releaseOf.set(change.id, release);
      } else {
        remaining.push(change);
      }
    }
    waiting = remaining;
  }
  return { releaseOf, unknown };
}
