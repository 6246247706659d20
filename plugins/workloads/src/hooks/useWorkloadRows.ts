import type { WorkloadQuery } from '@atrium/plugin-workloads-common';
import { readAllPages } from '@atrium/ui';
import { useWorkloadsQuery } from './workloadsHooks';

/** More rows than this nobody reads; they are counted and exported. */
const MAX_ROWS = 1_000;

/** The workloads that fit a query, worst first. */
export const useWorkloadRows = (query: WorkloadQuery) =>
  useWorkloadsQuery(['rows', query], (api, context) =>
    readAllPages(
      page => api.getWorkloads({ ...query, ...page }, context),
      MAX_ROWS,
    ),
  );
