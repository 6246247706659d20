import { type CsvCell, type Page, toCsv } from '@atrium/common';

/** What a spreadsheet still takes with ease. */
const MAX_ROWS = 100_000;

/** The columns of an export: their headings, and what they hold of an item. */
export type CsvColumns<T> = Record<string, (item: T) => CsvCell>;

/** A list as CSV with its headings, page by page, up to 100,000 rows. */
export async function* writeCsv<T>(
  columns: CsvColumns<T>,
  readPage: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<string> {
  const cells = Object.values(columns);
  yield toCsv([Object.keys(columns)]);
  let cursor: string | undefined;
  let count = 0;
  do {
    const { items, nextCursor } = await readPage(cursor);
    yield toCsv(items.map(item => cells.map(read => read(item))));
    count += items.length;
    cursor = nextCursor;
  } while (cursor && count < MAX_ROWS);
}
