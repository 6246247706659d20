import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { WorkloadClusters } from './WorkloadClusters';

/** Says how clusters are reached that workloads are applied to. */
export interface WorkloadClustersExtensionPoint {
  /** @throws Error when somebody has said it already. */
  setClusters(clusters: WorkloadClusters): void;
}

/** Says how clusters are reached that workloads are applied to. */
export const workloadClustersExtensionPoint =
  createExtensionPoint<WorkloadClustersExtensionPoint>({
    id: 'provisioning.workload-clusters',
  });
