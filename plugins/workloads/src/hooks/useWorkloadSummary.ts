import { useWorkloadsQuery } from './useWorkloadsQuery';

/** What runs across clusters, in numbers. */
export const useWorkloadSummary = () =>
  useWorkloadsQuery({ key: ['summary'], ask: api => api.getSummary() });
