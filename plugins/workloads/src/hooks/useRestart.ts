import type { Pod, Workload } from '@atrium/plugin-workloads-common';
import type { WorkloadsApi } from '../api/WorkloadsApi';
import { progressOf, toReplacement } from '../runtime/Replacement';
import { useRolloutWatch } from './useEntityWorkloads';
import { useWorkloadsMutation } from './workloadsHooks';

/** How long a restart is watched closely; it may never come to its end. */
const WATCH_MS = 5 * 60_000;

/** Restarts a workload, or one of its pods, and follows how that goes. */
export function useRestart(entityRef: string, workload: Workload) {
  const mutation = useWorkloadsMutation(
    async (api, pod: Pod | undefined) => {
      const replacement = toReplacement(workload, pod);
      await ask(api, { entityRef, workload, pod });
      return replacement;
    },
    { invalidates: ['entity', entityRef] },
  );
  const { data: replacement, submittedAt } = mutation;
  const progress = replacement && progressOf(replacement, workload);
  useRolloutWatch(
    entityRef,
    progress && !progress.isDone ? submittedAt + WATCH_MS : undefined,
  );
  return { ...mutation, progress };
}

async function ask(
  api: WorkloadsApi,
  what: { entityRef: string; workload: Workload; pod: Pod | undefined },
): Promise<void> {
  const { entityRef, workload, pod } = what;
  const { cluster, namespace, kind, name } = workload;
  if (pod) {
    await api.deletePod(entityRef, { cluster, namespace, pod: pod.name });
  } else if (kind !== 'CronJob') {
    const body = { cluster, namespace, workloadKind: kind, name };
    await api.restart(entityRef, body);
  }
}
