import { useApi } from '@backstage/frontend-plugin-api';
import type { SearchQuery } from '@backstage/plugin-search-common';
import { searchApiRef } from '@backstage/plugin-search-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readHit } from '../results/SearchHit';
import type { SearchPageData } from './SearchPageData';
import { useTrackedSearch } from './useTrackedSearch';

export interface UseSearchOptions {
  isEnabled?: boolean;
  /** Whether analytics hear of it. Default: true. */
  isTracked?: boolean;
}

/**
 * Searches. Results of the query before stay until the new ones are there, and
 * a query that is no longer wanted is aborted.
 */
export function useSearch(query: SearchQuery, options: UseSearchOptions = {}) {
  const { isEnabled = true, isTracked = true } = options;
  const searchApi = useApi(searchApiRef);
  const search = useQuery({
    queryKey: ['search', query],
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<SearchPageData> => {
      const answer = await searchApi.query(query, { signal });
      return {
        term: query.term,
        hits: answer.results.map(readHit),
        totalCount: answer.numberOfResults,
        nextPageCursor: answer.nextPageCursor,
        previousPageCursor: answer.previousPageCursor,
      };
    },
  });
  useTrackedSearch(
    query,
    isEnabled && isTracked && !search.isPlaceholderData
      ? search.data
      : undefined,
  );
  return search;
}
