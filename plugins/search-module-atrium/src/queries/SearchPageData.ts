import type { SearchHit } from '../results/SearchHit';

/** One page of results. */
export interface SearchPageData {
  /** What was searched for. */
  term: string;
  hits: SearchHit[];
  /** Unknown where permissions filter the results, or where they are many. */
  totalCount: number | undefined;
  nextPageCursor: string | undefined;
  previousPageCursor: string | undefined;
}
