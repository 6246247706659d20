import { ownerOfPod } from '@atrium/plugin-workloads-common';
import type { PodObject } from '../kubernetes/schemas/pods';
import { runningStatuses } from './runningStatuses';
import { workloadId } from './WorkloadObject';

/** How often containers were restarted, by the ids of their workloads. */
export function countRestarts(
  cluster: string,
  pods: PodObject[],
): Map<string, number> {
  const restarts = new Map<string, number>();
  for (const pod of pods) {
    const { metadata } = pod;
    const owner = ownerOfPod(metadata);
    if (owner) {
      const { namespace } = metadata;
      const id = workloadId({ cluster, namespace, ...owner });
      const own = runningStatuses(pod).reduce(
        (sum, { restartCount }) => sum + restartCount,
        0,
      );
      restarts.set(id, (restarts.get(id) ?? 0) + own);
    }
  }
  return restarts;
}
