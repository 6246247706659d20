import { formatNumber } from '@atrium/ui';
import type { SearchPageData } from '../queries/SearchPageData';
import type { SearchState } from './useSearchState';

/** How much was found, as far as the search engine says. */
export function countSentence(
  data: SearchPageData,
  state: SearchState,
): string {
  const { hits, totalCount, nextPageCursor, previousPageCursor } = data;
  const isAll = !nextPageCursor && !previousPageCursor;
  const count = totalCount ?? (isAll ? hits.length : undefined);
  if (count === undefined) {
    return state.pageCursor || !nextPageCursor
      ? 'More results'
      : `The first ${formatNumber(hits.length)} results`;
  }
  if (count === 0) {
    return 'No results';
  }
  return count === 1 ? '1 result' : `${formatNumber(count)} results`;
}
