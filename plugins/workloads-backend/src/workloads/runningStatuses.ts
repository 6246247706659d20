import { runningContainers } from '@atrium/plugin-workloads-common';
import type { ContainerStatus, PodObject } from '../kubernetes/schemas/pods';

/** How the containers are that run for the life of a pod, its sidecars included. */
export function runningStatuses({
  spec,
  status,
}: Pick<PodObject, 'spec' | 'status'>): ContainerStatus[] {
  const running = new Set(runningContainers(spec).map(({ name }) => name));
  // The kubelet tells of sidecars among the init containers.
  const sidecars = (status.initContainerStatuses ?? []).filter(({ name }) =>
    running.has(name),
  );
  return [...(status.containerStatuses ?? []), ...sidecars];
}
