import type { Page } from '@atrium/common';

/** What makes a page out of rows. */
export interface ToPageOptions<Row> {
  /** How many items a page has at most. */
  limit: number;
  /** How many items all pages have together. */
  totalItems: number;
  /** The cursor behind the last item of the page. */
  toCursor(last: Row): string;
}

/**
 * One page of a list.
 *
 * @param rows - what comes from the cursor on, at least one more than the page
 * holds where there are more: that says whether another page follows
 */
export function toPage<Row>(
  rows: Row[],
  { limit, totalItems, toCursor }: ToPageOptions<Row>,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    totalItems,
    ...(last !== undefined && rows.length > limit
      ? { nextCursor: toCursor(last) }
      : {}),
  };
}
