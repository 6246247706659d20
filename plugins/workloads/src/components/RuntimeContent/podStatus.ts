import type { Status } from '@atrium/ui';
import type { Pod } from '@atrium/plugin-workloads-common';

/** How long a pod may take to begin before that is worth a look. */
const STARTING_MS = 2 * 60_000;

/** How a pod is, as a hue beside the word that kubectl has for it. */
export function podStatus(pod: Pod, now: Date): Status {
  if (pod.isTerminating) {
    return 'running';
  }
  if (pod.isReady || pod.phase === 'Succeeded') {
    return 'good';
  }
  const isStarting =
    pod.restarts === 0 &&
    (pod.phase === 'Pending' || pod.phase === 'Running') &&
    now.getTime() - new Date(pod.createdAt).getTime() < STARTING_MS;
  return isStarting ? 'running' : 'bad';
}
