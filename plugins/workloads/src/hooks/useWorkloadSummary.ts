import { useWorkloadsQuery } from './workloadsHooks';

/** What runs across clusters, in numbers. */
export const useWorkloadSummary = () =>
  useWorkloadsQuery(['summary'], api => api.getSummary());
