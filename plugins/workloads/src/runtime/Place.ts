import {
  compareEnvironments,
  toEnvironmentTier,
} from '@atrium/plugin-delivery-common';
import type {
  EntityWorkloads,
  Replicas,
  VersionVerdict,
  Workload,
  WorkloadHealth,
} from '@atrium/plugin-workloads-common';

/** Where an entity runs: an environment in a cluster, or the whole cluster. */
export interface Place {
  id: string;
  /** What people call it. */
  title: string;
  cluster: string;
  clusterTitle: string;
  /** At least one, the worst first. */
  workloads: Workload[];
}

const WORST_FIRST: WorkloadHealth[] = [
  'degraded',
  'progressing',
  'healthy',
  'stopped',
];

/** Names a place in the address of the tab. */
export function placeIdOf(place: {
  cluster: string;
  environment?: string;
}): string {
  return [place.cluster, place.environment].filter(Boolean).join('/');
}

/** The places where an entity runs, in the order of promotion. */
export function toPlaces(answer: EntityWorkloads): Place[] {
  const places = new Map<string, Place>();
  for (const workload of answer.items) {
    const { cluster, version } = workload;
    const id = placeIdOf({ cluster, environment: version.environment });
    const place = places.get(id);
    if (place) {
      place.workloads.push(workload);
    } else {
      const clusterTitle = clusterTitleOf(answer, cluster);
      places.set(id, {
        id,
        title: version.environment ?? clusterTitle,
        cluster,
        clusterTitle,
        workloads: [workload],
      });
    }
  }
  const sorted = [...places.values()].sort((a, b) =>
    compareEnvironments(environmentOf(a), environmentOf(b)),
  );
  return sorted.map(place =>
    // Two clusters of one environment are told apart by their names.
    sorted.some(({ id, title }) => id !== place.id && title === place.title)
      ? { ...place, title: `${place.title}, ${place.clusterTitle}` }
      : place,
  );
}

/** What people call a cluster. */
export function clusterTitleOf(
  { clusters }: Pick<EntityWorkloads, 'clusters'>,
  name: string,
): string {
  return clusters.find(({ cluster }) => cluster === name)?.title ?? name;
}

/** The place to look at first: the worst, and of equals the last promoted to. */
export function placeToLookAt(places: Place[]): Place | undefined {
  const rank = (place: Place) => WORST_FIRST.indexOf(healthOf(place.workloads));
  return [...places].reverse().sort((a, b) => rank(a) - rank(b))[0];
}

/** How several workloads are together: as the worst of them. */
export function healthOf(workloads: Workload[]): WorkloadHealth {
  return (
    WORST_FIRST.find(health => workloads.some(w => w.health === health)) ??
    'stopped'
  );
}

/** The pods of several workloads together; undefined for schedules only. */
export function podsOf(
  workloads: Workload[],
): Pick<Replicas, 'ready' | 'desired'> | undefined {
  const replicas = workloads.flatMap(workload => workload.replicas ?? []);
  if (replicas.length === 0) {
    return undefined;
  }
  return {
    ready: replicas.reduce((sum, { ready }) => sum + ready, 0),
    desired: replicas.reduce((sum, { desired }) => sum + desired, 0),
  };
}

/** What several workloads run, and whether it is what was deployed. */
export interface PlaceVersion {
  running: string[];
  verdict: VersionVerdict;
  /** The workload that the verdict comes from. */
  decidedBy: Workload;
}

/** The versions of a place; one that differs is what one has to know. */
export function versionOf(place: Place): PlaceVersion {
  const [first] = place.workloads;
  const decidedBy =
    withVerdict(place, 'different') ?? withVerdict(place, 'same') ?? first;
  return {
    running: [
      ...new Set(place.workloads.flatMap(({ version }) => version.running)),
    ],
    verdict: decidedBy.version.verdict,
    decidedBy,
  };
}

function withVerdict(
  { workloads }: Place,
  verdict: VersionVerdict,
): Workload | undefined {
  return workloads.find(({ version }) => version.verdict === verdict);
}

function environmentOf({ title }: Place) {
  return { name: title, tier: toEnvironmentTier(title) };
}
