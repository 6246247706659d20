import { useSearchParams } from 'react-router-dom';
import {
  type WorkloadProblem,
  workloadProblemSchema,
  type WorkloadQuery,
} from '@atrium/plugin-workloads-common';

/** What one can ask for besides the problems of a workload. */
export const UNOWNED = 'unowned' as const;

/** The filters of the page, as they stand in its address. */
export interface WorkloadFilters {
  owner?: string;
  cluster?: string;
  namespace?: string;
  problem?: WorkloadProblem | typeof UNOWNED;
  name?: string;
}

/** The filters stand in the address, so that a link shows the same. */
export function useWorkloadFilters() {
  const [params, setParams] = useSearchParams();
  const filters: WorkloadFilters = {
    owner: params.get('owner') ?? undefined,
    cluster: params.get('cluster') ?? undefined,
    namespace: params.get('namespace') ?? undefined,
    problem: parseProblem(params.get('problem')),
    name: params.get('name') ?? undefined,
  };
  return {
    filters,
    /** Sets what `changes` names; undefined takes a filter away. */
    set(changes: Partial<WorkloadFilters>) {
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      );
    },
  };
}

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

function parseProblem(value: string | null): WorkloadFilters['problem'] {
  if (value === UNOWNED) {
    return UNOWNED;
  }
  const problem = workloadProblemSchema.safeParse(value);
  return problem.success ? problem.data : undefined;
}
