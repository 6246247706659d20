/** Ten times what a person pages through; beyond it a filter helps. */
const MAX_PAGE = 10_000;

/**
 * The number of a page in the form that the stock search backend uses, which
 * makes cursors of its own where it filters by permission.
 */
export function encodePageCursor(page: number): string {
  return Buffer.from(`${page}`, 'utf8').toString('base64');
}

/** The page, or undefined when the cursor is not one of ours. */
export function decodePageCursor(cursor: string): number | undefined {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  if (!/^\d{1,6}$/.test(text)) {
    return undefined;
  }
  const page = Number(text);
  return page <= MAX_PAGE ? page : undefined;
}
