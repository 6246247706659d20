import { type CsvCell, toCsv } from '@atrium/common';
import type { ScorecardDefinition } from '@atrium/plugin-scorecard-common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ResultList } from './ResultReads';
import { levelName, type StoredResult } from './StoredResult';

type Column = [title: string, read: (result: StoredResult) => CsvCell];

interface WriteResultsCsvOptions extends ResultList {
  /** The scorecards of a chunk. */
  findDefinitions(
    names: string[],
  ): Promise<ReadonlyMap<string, ScorecardDefinition>>;
}

/**
 * Answers results as a file for spreadsheets. Where one scorecard is asked for,
 * each of its checks has a column.
 */
export async function writeResultsCsv(
  res: Response,
  options: WriteResultsCsvOptions,
): Promise<void> {
  res.type('text/csv').attachment('scorecard-results.csv');
  await pipeline(Readable.from(readLines(options)), res);
}

async function* readLines({
  chunks,
  definition,
  findDefinitions,
}: WriteResultsCsvOptions): AsyncGenerator<string> {
  const checks: Column[] = (definition?.spec.checks ?? []).map(
    ({ name, title }) => [title, ({ outcomes }) => outcomes[name]],
  );
  yield toCsv([[...columnsOf(new Map()), ...checks].map(([title]) => title)]);
  for await (const results of chunks) {
    const names = new Set(results.map(({ scorecard }) => scorecard));
    const columns = [
      ...columnsOf(await findDefinitions([...names])),
      ...checks,
    ];
    yield toCsv(results.map(result => columns.map(([, read]) => read(result))));
  }
}

function columnsOf(
  definitions: ReadonlyMap<string, ScorecardDefinition>,
): Column[] {
  return [
    ['scorecard', ({ scorecard }) => scorecard],
    ['entity', ({ entityRef }) => entityRef],
    ['title', ({ entityTitle }) => entityTitle],
    ['owners', ({ ownerRefs }) => ownerRefs.join(' ')],
    ['systems', ({ systemRefs }) => systemRefs.join(' ')],
    [
      'level',
      ({ rank, scorecard }) => levelName(rank, definitions.get(scorecard)),
    ],
    ['score', ({ score }) => score],
    ['pass', ({ pass }) => pass],
    ['fail', ({ fail }) => fail],
    ['unknown', ({ unknown }) => unknown],
    ['exempt', ({ exempt }) => exempt],
    ['notApplicable', ({ notApplicable }) => notApplicable],
    ['levelSince', ({ levelSince }) => levelSince.toISOString()],
    ['evaluatedAt', ({ evaluatedAt }) => evaluatedAt.toISOString()],
  ];
}
