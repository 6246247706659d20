import type { Pod } from './pod';

/** How long a pod may take to begin before that is worth a look. */
const STARTING_MS = 2 * 60_000;

/**
 * How a pod is: `running` while it begins or ends as it should, `bad` where it is worth
 * a look. One that was evicted is bad as long as Kubernetes keeps it.
 */
export function podStatus(pod: Pod, now: Date): 'good' | 'running' | 'bad' {
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
