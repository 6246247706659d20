import { useMemo, useRef } from 'react';
import type { SearchQuery } from '@backstage/plugin-search-common';

import { LoadingState, QueryState, ViewSkeleton } from '@atrium/ui';
import type { SearchPageData } from '../queries/SearchPageData';
import { useSearch } from '../queries/useSearch';
import { t } from '../translation';
import { NoResults } from './NoResults';
import { ResultList } from './ResultList';
import { ResultPager } from './ResultPager';
import type { ResultItem } from './ResultItem';
import styles from './SearchPage.module.css';
import type { SearchState } from './useSearchState';
import type { SearchTab } from './searchTabs';
import { tabQuery } from './searchTabs';
import { countSentence } from './countSentence';

const PAGE_LIMIT = 20;

export interface SearchResultsProps {
  state: SearchState;
  tab: SearchTab;
  items: ResultItem[];
  onChange(change: Partial<SearchState>): void;
}

/** What was found, and the way to the next page. */
export function SearchResults(props: SearchResultsProps) {
  const { state, tab, items, onChange } = props;
  const query = useMemo(() => toQuery(state, tab), [state, tab]);
  const search = useSearch(query);
  const status = useRef<HTMLParagraphElement>(null);

  const turn = (pageCursor: string | undefined) => {
    onChange({ pageCursor });
    // The next thing to read stands above, not where the button was.
    status.current?.focus();
    status.current?.scrollIntoView?.({ block: 'center' });
  };

  // That nothing was found for the words before says nothing of these.
  if (search.isPlaceholderData && search.data?.hits.length === 0) {
    return (
      <LoadingState>
        <LoadingResults />
      </LoadingState>
    );
  }
  return (
    <QueryState query={search} loading={<LoadingResults />}>
      {data => (
        <section aria-label={t('searchResults.results')}>
          <p
            ref={status}
            className={styles.count}
            // What stands below says so to the eye.
            data-none={data.hits.length === 0 || undefined}
            role="status"
            tabIndex={-1}
          >
            {countSentence(data, state)}
          </p>
          {data.hits.length === 0 ? (
            <NoResults state={state} tab={tab} onChange={onChange} />
          ) : (
            <>
              <RelaxedNotice data={data} />
              <ResultList hits={data.hits} items={items} />
              <ResultPager data={data} onTurn={turn} />
            </>
          )}
        </section>
      )}
    </QueryState>
  );
}

function toQuery(state: SearchState, tab: SearchTab): SearchQuery {
  const { types, filters } = tabQuery(tab);
  return {
    term: state.term.trim(),
    types,
    filters: {
      ...filters,
      ...(state.owners.length > 0 && { ownerRef: state.owners }),
      ...(state.systems.length > 0 && { systemRef: state.systems }),
    },
    pageLimit: PAGE_LIMIT,
    pageCursor: state.pageCursor,
  };
}

function RelaxedNotice({ data }: { data: SearchPageData }) {
  const relaxedTerm = data.hits[0]?.relaxedTerm;
  return relaxedTerm === undefined ? null : (
    <p className={styles.notice}>
      {t('searchResults.nothingHasAllOfThese', {
        q: <q>{data.term}</q>,
        text: <strong>{relaxedTerm}</strong>,
      })}
    </p>
  );
}

function LoadingResults() {
  return (
    <div className={styles.loading}>
      {Array.from({ length: 6 }, (_, index) => (
        <ViewSkeleton key={index} height={72} />
      ))}
    </div>
  );
}
