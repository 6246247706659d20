import { MAX_PAGE_SIZE, type Page } from '@atrium/common';

/** What is asked of a list to get one of its pages. */
export interface PageRequest {
  limit: number;
  /** Undefined for the first page. */
  cursor: string | undefined;
}

/**
 * Reads page after page, until there are `maxItems` items or no page is left:
 * `readAllPages(page => api.listSlos({ ...query, ...page }))`.
 *
 * @returns the last page with all items; its `totalItems` says how many there are
 */
export async function readAllPages<P extends Page<unknown>>(
  readPage: (page: PageRequest) => Promise<P>,
  maxItems = Infinity,
): Promise<P> {
  const limit = MAX_PAGE_SIZE;
  let page = await readPage({ limit, cursor: undefined });
  const items = [...page.items];
  while (page.nextCursor && items.length < maxItems) {
    page = await readPage({ limit, cursor: page.nextCursor });
    items.push(...page.items);
  }
  return { ...page, items };
}
