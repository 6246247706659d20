import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DeletePod,
  EntityWorkloads,
  RestartAnswer,
  RestartWorkload,
  WorkloadPage,
  WorkloadQuery,
  WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import type { HttpReadOptions } from '@atrium/ui';

/** What the pages ask the workloads backend. */
export interface WorkloadsApi {
  /** What runs for an entity, in every cluster. */
  getEntityWorkloads(entityRef: string): Promise<EntityWorkloads>;
  getWorkloads(
    query: WorkloadQuery,
    options?: HttpReadOptions,
  ): Promise<WorkloadPage>;
  getSummary(): Promise<WorkloadSummary>;
  /** Has the pods of a workload replaced by new ones. */
  restart(entityRef: string, workload: RestartWorkload): Promise<RestartAnswer>;
  /** Deletes a pod, which its workload replaces by a new one. */
  deletePod(entityRef: string, pod: DeletePod): Promise<RestartAnswer>;
}

/** The workloads backend, for the pages. */
export const workloadsApiRef = createApiRef<WorkloadsApi>().with({
  id: 'plugin.workloads.client',
  pluginId: 'workloads',
});
