import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';

/** How many runs are on a page of the list. */
export const PAGE_SIZE = 25;

/** Which runs are asked for. */
export interface TaskListQuery {
  show: 'owned' | 'all';
  /** From 1. */
  page: number;
}

/** A page of the runs of templates, latest first. */
export function useTasks({ show, page }: TaskListQuery) {
  const scaffolderApi = useApi(scaffolderApiRef);
  return useQuery({
    queryKey: ['scaffolder', 'tasks', show, page],
    queryFn: () =>
      scaffolderApi.listTasks({
        filterByOwnership: show,
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}
