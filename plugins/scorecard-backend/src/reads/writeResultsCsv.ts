import { type CsvCell, toCsv } from '@atrium/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ResultList } from './ResultReads';
import type { StoredResult } from './StoredResult';

type Column = [title: string, read: (result: StoredResult) => CsvCell];

const COLUMNS: Column[] = [
  ['scorecard', ({ scorecard }) => scorecard],
  ['entity', ({ entityRef }) => entityRef],
  ['title', ({ entityTitle }) => entityTitle],
  ['owners', ({ ownerRefs }) => ownerRefs.join(' ')],
  ['systems', ({ systemRefs }) => systemRefs.join(' ')],
  ['level', ({ level }) => level],
  ['score', ({ score }) => score],
  ['pass', ({ pass }) => pass],
  ['fail', ({ fail }) => fail],
  ['unknown', ({ unknown }) => unknown],
  ['exempt', ({ exempt }) => exempt],
  ['notApplicable', ({ notApplicable }) => notApplicable],
  ['levelSince', ({ levelSince }) => levelSince.toISOString()],
  ['evaluatedAt', ({ evaluatedAt }) => evaluatedAt.toISOString()],
];

/**
 * Answers results as a file for spreadsheets. Where one scorecard is asked for,
 * each of its checks has a column.
 */
export async function writeResultsCsv(
  res: Response,
  list: ResultList,
): Promise<void> {
  res.type('text/csv').attachment('scorecard-results.csv');
  await pipeline(Readable.from(readLines(list)), res);
}

async function* readLines({
  chunks,
  definition,
}: ResultList): AsyncGenerator<string> {
  const columns: Column[] = [
    ...COLUMNS,
    ...(definition?.spec.checks ?? []).map(
      ({ name, title }): Column => [title, ({ outcomes }) => outcomes[name]],
    ),
  ];
  yield toCsv([columns.map(([title]) => title)]);
  for await (const results of chunks) {
    yield toCsv(results.map(result => columns.map(([, read]) => read(result))));
  }
}
