import { formatNumber } from '@atrium/ui';
import type { SearchPageData } from '../queries/SearchPageData';
import { t } from '../translation';
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
      ? t('countSentence.moreResults')
      : t('countSentence.theFirstResults', {
          hitsCount: formatNumber(hits.length),
        });
  }
  if (count === 0) {
    return t('countSentence.noResults');
  }
  return t('countSentence.results', { count });
}
