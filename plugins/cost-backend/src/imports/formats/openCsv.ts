import { words } from '../../costWords';
import { CsvTokenizer } from './CsvTokenizer';
import type { OpenedTable } from './Table';
import { UnreadableFile } from './UnreadableFile';

const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Opens CSV in UTF-8, with or without a byte order mark, whose first line has the
 * names of the columns.
 *
 * @throws UnreadableFile
 */
export async function openCsv(
  pieces: AsyncIterable<Buffer>,
): Promise<OpenedTable> {
  const batches = readRecords(pieces);
  const { value: first } = await batches.next();
  const [columns, ...rows] = first ?? [];
  if (!columns) {
    throw new UnreadableFile({
      rule: 'empty',
      message: words.describe('cost.bill.noHeader'),
    });
  }
  return {
    columns: columns.map(name => name.trim()),
    batches: prepend(rows, batches),
    close: async () => {
      await batches.return();
    },
  };
}

async function* prepend<T>(
  first: T[],
  others: AsyncIterable<T[]>,
): AsyncGenerator<T[]> {
  yield first;
  yield* others;
}

/** Never yields an empty batch before the first record. */
async function* readRecords(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<string[][], void> {
  const tokenizer = new CsvTokenizer();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst && isUtf16(piece)) {
      throw badEncoding('cost.bill.utf16', 0);
    }
    isFirst = false;
    const text = decode(
      () => decoder.decode(piece, { stream: true }),
      tokenizer,
    );
    if (tokenizer.recordCount === 0) {
      requireCommas(text);
    }
    const records = tokenizer.push(text);
    if (records.length > 0) {
      yield records;
    }
  }
  decode(() => decoder.decode(), tokenizer);
  const last = tokenizer.finish();
  if (last.length > 0) {
    yield last;
  }
}

/** Spreadsheets of many countries write semicolons. */
function requireCommas(start: string): void {
  const [header] = start.split('\n', 1);
  if (header.includes(';') && !header.includes(',')) {
    throw new UnreadableFile({
      rule: 'csv-delimiter',
      message: words.describe('cost.bill.csvDelimiter'),
      row: 1,
    });
  }
}

function decode(read: () => string, tokenizer: CsvTokenizer): string {
  let text: string;
  try {
    text = read();
  } catch {
    throw badEncoding('cost.bill.notUtf8', tokenizer.recordCount);
  }
  if (text.includes('\0')) {
    throw badEncoding('cost.bill.notText', tokenizer.recordCount);
  }
  return text;
}

function badEncoding(
  key: 'cost.bill.notText' | 'cost.bill.notUtf8' | 'cost.bill.utf16',
  row: number,
): UnreadableFile {
  return new UnreadableFile({
    rule: 'encoding',
    message: words.describe(key),
    row: Math.max(1, row),
  });
}

function isUtf16(piece: Buffer): boolean {
  return UTF_16.some(([one, other]) => piece[0] === one && piece[1] === other);
}
