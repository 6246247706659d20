/** The path of the history tab below the page of an API. */
export const API_HISTORY_TAB_PATH = '/history';

/**
 * The search parameters of the history tab that show a comparison: version
 * numbers, as `GET /diff` takes them. Notifications link with them.
 */
export interface ApiHistoryTabQuery {
  from?: number;
  to?: number;
}

/**
 * The search part of a link to the history tab, such as `?from=3&to=4`; empty
 * when there is nothing to select.
 */
export function historyTabSearch(query: ApiHistoryTabQuery): string {
  const search = new URLSearchParams();
  for (const key of ['from', 'to'] as const) {
    const number = query[key];
    if (number !== undefined) {
      search.set(key, String(number));
    }
  }
  return search.size > 0 ? `?${search}` : '';
}
