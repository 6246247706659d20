import { keepPreviousData, type Query, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { type WorkloadsApi, workloadsApiRef } from '../api/WorkloadsApi';

/** What every query of workloads begins with, so that a change finds them. */
export const WORKLOADS_QUERY_KEY = 'workloads';

/** How often a page asks again while somebody looks at it. */
export const REFRESH_MS = 15_000;

/** What to ask, and how often. */
export interface WorkloadsQuestion<T> {
  /** The method and what it is asked. */
  key: unknown[];
  ask(api: WorkloadsApi): Promise<T>;
  /** Whether the answer to another key is shown until this one is there. */
  keepsAnswer?: boolean;
  /** Default: {@link REFRESH_MS}. */
  refreshMs?(query: Query<T>): number | false;
}

/** Asks the workloads backend, again and again while the page is in sight. */
export function useWorkloadsQuery<T>(question: WorkloadsQuestion<T>) {
  const { key, ask, keepsAnswer, refreshMs } = question;
  const api = useApi(workloadsApiRef);
  return useQuery<T>({
    queryKey: [WORKLOADS_QUERY_KEY, ...key],
    queryFn: () => ask(api),
    placeholderData: keepsAnswer ? keepPreviousData : undefined,
    refetchInterval: refreshMs ?? REFRESH_MS,
  });
}
