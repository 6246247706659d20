import { useEffect, useRef } from 'react';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import type { SearchQuery } from '@backstage/plugin-search-common';
import type { SearchPageData } from './SearchPageData';

/** Somebody who goes on typing has not searched for what is there so far. */
const REST_MS = 800;

/**
 * Tells analytics once what was searched for and how much was found, by the
 * event of the stock search. Turning pages is no search.
 */
export function useTrackedSearch(
  { term, pageCursor }: SearchQuery,
  data: SearchPageData | undefined,
): void {
  const analytics = useAnalytics();
  const trackedTerm = useRef<string>();
  const isAnswered = data !== undefined;
  const count = data?.hits.length === 0 ? 0 : data?.totalCount;
  useEffect(() => {
    if (!isAnswered || !term || pageCursor || trackedTerm.current === term) {
      return undefined;
    }
    const timer = setTimeout(() => {
      trackedTerm.current = term;
      analytics.captureEvent('search', term, { value: count });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [analytics, count, isAnswered, pageCursor, term]);
}
