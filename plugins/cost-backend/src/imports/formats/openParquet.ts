import type { MessageDescriptor } from '@atrium/common';
import { isError } from '@backstage/errors';
import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { open } from 'node:fs/promises';
import { words } from '../../costWords';
import { toCellReader, withExactDecimals } from './parquetCells';
import type { Cell, Table } from './Table';
import { UnreadableFile } from './UnreadableFile';

/** Rows that are taken together: as many as fit well below 100 MB. */
const BATCH_ROWS = 20_000;

/**
 * Opens Parquet. Row groups are read in batches of rows and column by column, so
 * that a large row group needs no more memory than a batch and one column of it.
 *
 * @throws UnreadableFile
 */
export async function openParquet(path: string): Promise<Table> {
  const file = await openBuffer(path);
  const metadata = await readOr(() => parquetMetadataAsync(file));
  const schema = metadata.schema.slice(1);
  if (schema.length === 0) {
    throw damaged(words.describe('cost.bill.parquetColumns'));
  }
  return {
    columns: topLevelNames(metadata),
    batches: readBatches(file, metadata),
  };
}

async function* readBatches(
  file: AsyncBuffer,
  original: FileMetaData,
): AsyncGenerator<Cell[][]> {
  const names = topLevelNames(original);
  const readers = names.map(name => toCellReader(original, name));
  const scan = await readOr(() =>
    parquetScan({
      file,
      metadata: withExactDecimals(original),
      compressors,
      utf8: false,
    }),
  );
  for (const range of scan.ranges) {
    for (let rowStart = range.rowStart; rowStart < range.rowEnd; ) {
      const rowEnd = Math.min(rowStart + BATCH_ROWS, range.rowEnd);
      const part = { rowStart, rowEnd };
      const columns: DecodedArray[] = [];
      for (const column of names) {
        columns.push(await readOr(() => scan.readColumn({ column, ...part })));
      }
      yield toRows(columns, { readers, count: rowEnd - rowStart });
      rowStart = rowEnd;
    }
  }
}

function toRows(
  columns: DecodedArray[],
  options: { readers: ((value: unknown) => Cell)[]; count: number },
): Cell[][] {
  const { readers, count } = options;
  const rows: Cell[][] = [];
  for (let row = 0; row < count; row++) {
    rows.push(columns.map((column, index) => readers[index]?.(column[row])));
  }
  return rows;
}

/** Names of columns, whatever they are made of. */
function topLevelNames({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let index = 1;
  const skip = (): void => {
    const children = schema[index]?.num_children ?? 0;
    index += 1;
    for (let child = 0; child < children; child++) {
      skip();
    }
  };
  while (index < schema.length) {
    const name = schema[index]?.name;
    if (name !== undefined) {
      names.push(name);
    }
    skip();
  }
  return names;
}

/** Reads parts of a file as they are asked for. */
async function openBuffer(path: string): Promise<AsyncBuffer> {
  const file = await open(path);
  let byteLength: number;
  try {
    byteLength = (await file.stat()).size;
  } finally {
    await file.close();
  }
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const bytes = new ArrayBuffer(Math.max(0, end - start));
      const part = await open(path);
      try {
        await part.read(new Uint8Array(bytes), 0, bytes.byteLength, start);
      } finally {
        await part.close();
      }
      return bytes;
    },
  };
}

async function readOr<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) {
      throw error;
    }
    throw damaged(
      words.describe('cost.bill.parquet', {
        problem: isError(error)
          ? error.message
          : words.describe('cost.import.unknownReason'),
      }),
    );
  }
}

function damaged(message: MessageDescriptor): UnreadableFile {
  return new UnreadableFile({ rule: 'parquet', message });
}
