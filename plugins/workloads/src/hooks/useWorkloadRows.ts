import type { WorkloadQuery } from '@atrium/plugin-workloads-common';
import { readAllPages } from '@atrium/ui';
import { useWorkloadsQuery } from './useWorkloadsQuery';

/** More rows than this nobody reads; they are counted and exported. */
const MAX_ROWS = 1_000;

/** The workloads that fit a query, worst first. */
export const useWorkloadRows = (query: WorkloadQuery) =>
  useWorkloadsQuery({
    key: ['rows', query],
    keepsAnswer: true,
    ask: api =>
      readAllPages(page => api.getWorkloads({ ...query, ...page }), MAX_ROWS),
  });
