import type { Pod, Workload } from '@atrium/plugin-workloads-common';

/** A restart that was asked for: the pods that have to go. */
export interface Replacement {
  oldPods: string[];
}

/** How far a restart has come. */
export interface ReplacementProgress {
  total: number;
  /** How many of the old pods are gone. */
  gone: number;
  isDone: boolean;
}

/**
 * The restart of a workload as it is now, or of one of its pods only.
 *
 * @remarks A restart of all replaces no pod that has ended: one that was evicted
 * stays until Kubernetes clears it away.
 */
export function toReplacement(
  { pods }: Pick<Workload, 'pods'>,
  pod?: Pod,
): Replacement {
  const old = pod ? [pod] : pods.filter(one => !hasEnded(one));
  return { oldPods: old.map(identify) };
}

/** How far a restart has come: done when all old pods are gone and all are ready. */
export function progressOf(
  { oldPods }: Replacement,
  { pods, replicas, isRollingOut }: Workload,
): ReplacementProgress {
  const present = new Set(pods.map(identify));
  const gone = oldPods.filter(pod => !present.has(pod)).length;
  const isReady = !replicas || replicas.ready >= replicas.desired;
  return {
    total: oldPods.length,
    gone,
    isDone: gone === oldPods.length && isReady && !isRollingOut,
  };
}

function hasEnded({ phase }: Pod): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

/**
 * A StatefulSet gives the same name again, so that a name alone does not tell
 * a new pod from an old one. Times are only compared with each other: the
 * clocks of cluster, portal and browser may differ.
 */
function identify({ name, createdAt }: Pod): string {
  return `${name} ${createdAt}`;
}
