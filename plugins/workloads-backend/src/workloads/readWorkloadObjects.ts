import type { ClusterProblems } from '../kubernetes/ClusterProblems';
import type { ClusterReader, Listed } from '../kubernetes/ClusterReader';
import { type ResourceType, resourceTypes } from '../kubernetes/resourceTypes';
import {
  fromCronJob,
  fromDaemonSet,
  fromDeployment,
  fromStatefulSet,
  type WorkloadObject,
} from './WorkloadObject';

/** Which workloads of a cluster. */
export interface WorkloadScope {
  /** One namespace each; undefined stands for all of them at once. */
  namespaces: (string | undefined)[];
  labelSelector?: string;
}

/** Reads the workloads of a cluster, and notes what cannot be read. */
export async function readWorkloadObjects(
  reader: ClusterReader,
  cluster: string,
  options: WorkloadScope & { problems: ClusterProblems },
): Promise<WorkloadObject[]> {
  const { namespaces, labelSelector, problems } = options;
  const read = async <T>(
    type: ResourceType,
    namespace: string | undefined,
    list: () => Promise<Listed<T>>,
  ): Promise<T[]> => {
    try {
      const { items, readAt } = await list();
      problems.noteSuccess(readAt, true);
      return items;
    } catch (error) {
      problems.noteFailure(error, { type, namespace }, true);
      return [];
    }
  };
  const { deployments, statefulSets, daemonSets, cronJobs } = resourceTypes;

  const lists = await Promise.all(
    namespaces.map(async namespace => {
      const selection = { namespace, labelSelector };
      const [first, second, third, fourth] = await Promise.all([
        read(deployments, namespace, () =>
          reader.list(cluster, deployments, selection),
        ),
        read(statefulSets, namespace, () =>
          reader.list(cluster, statefulSets, selection),
        ),
        read(daemonSets, namespace, () =>
          reader.list(cluster, daemonSets, selection),
        ),
        read(cronJobs, namespace, () =>
          reader.list(cluster, cronJobs, selection),
        ),
      ]);
      return [
        ...first.map(object => fromDeployment(cluster, object)),
        ...second.map(object => fromStatefulSet(cluster, object)),
        ...third.map(object => fromDaemonSet(cluster, object)),
        ...fourth.map(object => fromCronJob(cluster, object)),
      ];
    }),
  );
  return lists.flat();
}
