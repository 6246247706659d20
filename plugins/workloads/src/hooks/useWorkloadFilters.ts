import { z } from 'zod';
import {
  workloadProblemSchema,
  type WorkloadQuery,
} from '@atrium/plugin-workloads-common';
import { useAddressState } from '@atrium/ui';

/** What one can ask for besides the problems of a workload. */
export const UNOWNED = 'unowned' as const;

const filtersSchema = z.object({
  owner: z.string().optional(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  problem: workloadProblemSchema.or(z.literal(UNOWNED)).optional(),
  name: z.string().optional(),
});

/** The filters of the page, as they stand in its address. */
export type WorkloadFilters = z.infer<typeof filtersSchema>;

/** The filters stand in the address, so that a link shows the same. */
export const useWorkloadFilters = () => useAddressState(filtersSchema);

/** The filters as the backend is asked. */
export function toWorkloadQuery(filters: WorkloadFilters): WorkloadQuery {
  const { owner, cluster, namespace, problem, name } = filters;
  return {
    ownerRef: owner,
    cluster,
    namespace,
    name,
    ...(problem === UNOWNED ? { unowned: true } : { problem }),
  };
}
