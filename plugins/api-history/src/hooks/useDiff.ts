import type { DiffQuery } from '@atrium/plugin-api-history-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { apiHistoryApiRef } from '../api/ApiHistoryApi';

/** What changed in meaning between two versions of an API. */
export function useDiff(query: DiffQuery) {
  const history = useApi(apiHistoryApiRef);
  return useQuery({
    queryKey: ['api-history', query.entityRef, 'diff', query],
    queryFn: () => history.getDiff(query),
  });
}

/** What changed in the text between two versions of an API. */
export function useLineDiff(query: DiffQuery) {
  const history = useApi(apiHistoryApiRef);
  return useQuery({
    queryKey: ['api-history', query.entityRef, 'lines', query],
    queryFn: () => history.getLineDiff(query),
  });
}
