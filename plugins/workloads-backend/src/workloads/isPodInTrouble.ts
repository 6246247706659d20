import type { Pod } from '@atrium/plugin-workloads-common';

/** How long a pod may take to begin before that is worth a look. */
const STARTING_MS = 2 * 60_000;

/**
 * Whether a pod is worth a look, by what the list of pods marks as bad: one that ends
 * as it should, or has only just begun, is not. One that was evicted is, as long as
 * Kubernetes keeps it.
 */
export function isPodInTrouble(pod: Pod, now: Date): boolean {
  if (pod.isTerminating || pod.isReady || pod.phase === 'Succeeded') {
    return false;
  }
  const isStarting =
    pod.restarts === 0 &&
    (pod.phase === 'Pending' || pod.phase === 'Running') &&
    now.getTime() - new Date(pod.createdAt).getTime() < STARTING_MS;
  return !isStarting;
}
