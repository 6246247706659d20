import type { Page } from '@atrium/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvColumns, writeCsv } from './writeCsv';

/** What {@link sendCsv} sends. */
export interface SendCsvOptions<T> {
  fileName: string;
  columns: CsvColumns<T>;
  readPage(cursor: string | undefined): Promise<Page<T>>;
}

/** Answers items that are at hand as a file for spreadsheets. */
export function sendCsvItems<T>(
  res: Response,
  items: T[],
  options: Omit<SendCsvOptions<T>, 'readPage'>,
): Promise<void> {
  return sendCsv(res, {
    ...options,
    readPage: async () => ({ items, totalItems: items.length }),
  });
}

/** Answers a list as a file for spreadsheets, page by page as it is read. */
export async function sendCsv<T>(
  res: Response,
  { fileName, columns, readPage }: SendCsvOptions<T>,
): Promise<void> {
  // Where not even the first page can be read, the answer is an error.
  const first = await readPage(undefined);
  res.type('text/csv').attachment(fileName);
  const lines = writeCsv(columns, async cursor =>
    cursor === undefined ? first : readPage(cursor),
  );
  await pipeline(Readable.from(lines), res);
}
