import { useEffect, useRef } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useAnalytics, useApi } from '@backstage/frontend-plugin-api';
import { searchApiRef } from '@backstage/plugin-search-react';
import { splitHighlight } from '@atrium/ui';

/** Enough to choose from without scrolling far. */
const MAX_HITS = 10;

/** Somebody who goes on typing has not searched for what is there so far. */
const REST_MS = 800;

/**
 * The pages of a site that have a term, best first; only those that the person
 * may read, as the search engine decides.
 */
export function useSiteSearch(entityRef: CompoundEntityRef, term: string) {
  const searchApi = useApi(searchApiRef);
  const analytics = useAnalytics();
  const { kind, namespace, name } = entityRef;
  const search = useQuery({
    queryKey: ['techdocs', 'search', stringifyEntityRef(entityRef), term],
    enabled: term !== '',
    placeholderData: term === '' ? undefined : keepPreviousData,
    queryFn: async ({ signal }) => {
      const { results } = await searchApi.query(
        {
          term,
          types: ['techdocs'],
          filters: { kind, namespace, name },
          pageLimit: MAX_HITS,
        },
        { signal },
      );
      return results.map(({ document, highlight }) => ({
        title: document.title,
        location: document.location,
        titleParts: splitHighlight(
          highlight?.fields.title || document.title,
          highlight,
        ),
        textParts: splitHighlight(
          highlight?.fields.text || document.text,
          highlight,
        ),
      }));
    },
  });
  const count = search.isPlaceholderData ? undefined : search.data?.length;
  const tracked = useRef<string>();
  useEffect(() => {
    if (term === '' || count === undefined || tracked.current === term) {
      return undefined;
    }
    const timer = setTimeout(() => {
      tracked.current = term;
      // The event of the stock search; how many there are beyond is not known.
      analytics.captureEvent('search', term, {
        value: count < MAX_HITS ? count : undefined,
      });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [analytics, count, term]);
  return search;
}
