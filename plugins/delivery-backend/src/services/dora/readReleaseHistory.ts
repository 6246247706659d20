import type { DoraDeployment, DoraIncident } from '../../model/DoraInput';
import { isAboutService } from '../../model/isAboutService';

/** What the deployments of an entity amount to. */
export interface ReleaseHistory {
  /** The deployments that brought another version, in order. */
  releases: DoraDeployment[];
  /** Deployments of the version that was running already. */
  redeployments: DoraDeployment[];
  rollbacks: DoraDeployment[];
  /** Roll-backs with nothing known to roll back from. */
  rollbacksOfNothing: DoraDeployment[];
  /** When each release that was rolled back was, by its id. */
  rolledBackAt: Map<string, number>;
}

/**
 * Follows what ran of each service in each environment, event by event: a
 * deployment of what runs already is no release, and a roll-back fails the release
 * that runs. What happens to one service says nothing about the others.
 */
export function readReleaseHistory(
  deployments: DoraDeployment[],
): ReleaseHistory {
  const history: ReleaseHistory = {
    releases: [],
    redeployments: [],
    rollbacks: [],
    rollbacksOfNothing: [],
    rolledBackAt: new Map(),
  };
  const releasesOf = new Map<string, DoraDeployment[]>();
  const runningIn = new Map<string, DoraDeployment>();
  for (const deployment of [...deployments].sort(compareByTime)) {
    const { version } = deployment;
    const place = placeOf(deployment);
    const running = runningIn.get(place);
    const before = releasesOf.get(place) ?? [];
    releasesOf.set(place, before);
    switch (deployment.kind) {
      case 'deployed':
      case 'upgraded':
        if (running && version !== undefined && running.version === version) {
          history.redeployments.push(deployment);
        } else {
          history.releases.push(deployment);
          before.push(deployment);
          runningIn.set(place, deployment);
        }
        break;
      case 'rolledback': {
        history.rollbacks.push(deployment);
        // Told again, such as by a pipeline and by what it asked.
        if (running && version !== undefined && running.version === version) {
          break;
        }
        if (!running) {
          history.rollbacksOfNothing.push(deployment);
        } else if (!history.rolledBackAt.has(running.id)) {
          history.rolledBackAt.set(running.id, deployment.at);
        }
        const target = before.findLast(
          release => version !== undefined && release.version === version,
        );
        setOrDelete(runningIn, place, target);
        break;
      }
      case 'removed':
        runningIn.delete(place);
        break;
      default:
        throw new Error(
          `'${deployment.kind satisfies never}' is no kind of deployment`,
        );
    }
  }
  return history;
}

/**
 * The release that is blamed for an incident: the newest one of the artifact
 * that the incident names; without such a name, the newest one before it in its
 * environment and of its service, if that is not longer ago than the window.
 */
export function findCause(
  incident: DoraIncident,
  releases: DoraDeployment[],
  failureWindowMs: number,
): DoraDeployment | undefined {
  const { artifactId, environment, service, detectedAt } = incident;
  const earlier = releases.filter(
    release =>
      release.at <= detectedAt &&
      (environment === undefined || release.environment === environment),
  );
  if (artifactId !== undefined) {
    const named = earlier.findLast(
      release => release.artifactId === artifactId,
    );
    if (named) {
      return named;
    }
  }
  // Of the past alone: a service that comes later changes nothing about it.
  const services = new Set(earlier.map(release => release.service));
  const newest = earlier.findLast(release =>
    isAboutService(service, release.service, services),
  );
  return newest && detectedAt - newest.at <= failureWindowMs
    ? newest
    : undefined;
}

/** As JSON, since either name may hold any character. */
function placeOf({ environment, service }: DoraDeployment): string {
  return JSON.stringify([environment, service]);
}

/** By time; what happened at one instant by id, so that nothing is by chance. */
function compareByTime(
  a: { at: number; id: string },
  b: { at: number; id: string },
): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function setOrDelete<K, V>(map: Map<K, V>, key: K, value: V | undefined) {
  if (value === undefined) {
    map.delete(key);
  } else {
    map.set(key, value);
  }
}
