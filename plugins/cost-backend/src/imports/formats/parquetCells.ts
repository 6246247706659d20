import { isRecord } from '@atrium/common';
import {
  type FileMetaData,
  parquetSchema,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet';
import { words } from '../../costWords';
import { parseDecimal } from './decimals';
import type { Cell } from './Table';
import { UnreadableFile } from './UnreadableFile';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The metadata of a file with which amounts are read as they are stored.
 *
 * @remarks The library makes floating point numbers of decimals, which are not
 * exact: here they are the integers behind them, and the bytes of these.
 */
export function withExactDecimals(metadata: FileMetaData): FileMetaData {
  return {
    ...metadata,
    schema: metadata.schema.map(element =>
      isDecimal(element)
        ? {
            ...element,
            converted_type: undefined,
            logical_type: undefined,
          }
        : element,
    ),
  };
}

/** What makes text of the values of a column. */
export function toCellReader(
  metadata: FileMetaData,
  name: string,
): (value: unknown) => Cell {
  const column = parquetSchema(metadata).children.find(
    ({ element }) => element.name === name,
  );
  return column && hasDecimals(column)
    ? value => toCell(readDecimals(value, column))
    : toCell;
}

function hasDecimals({ children, element }: SchemaTree): boolean {
  return isDecimal(element) || children.some(hasDecimals);
}

/**
 * A value of a column with texts in the place of the decimals that are anywhere in it.
 *
 * @remarks The library leaves out the levels that lists and maps have in the schema
 * and not in values.
 */
function readDecimals(value: unknown, schema: SchemaTree): unknown {
  if (Array.isArray(value)) {
    const item = itemOf(schema);
    return value.map(one => readDecimals(one, item));
  }
  if (isDecimal(schema.element)) {
    return toDecimalCell(value, schema.element.scale ?? 0) ?? null;
  }
  if (!isRecord(value) || schema.children.length === 0) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const child = partOf(schema, name);
      return [name, child ? readDecimals(part, child) : part];
    }),
  );
}

/** What the items of a list are; a field that is repeated is its own item. */
function itemOf(schema: SchemaTree): SchemaTree {
  const [repeated] = schema.children;
  if (schema.element.converted_type !== 'LIST' || !repeated) {
    return schema;
  }
  const [item, ...others] = repeated.children;
  return item && others.length === 0 ? item : repeated;
}

/** What stands by a name in an object, or by any key in a map. */
function partOf(schema: SchemaTree, name: string): SchemaTree | undefined {
  const [entries] = schema.children;
  if (
    schema.element.converted_type === 'MAP' &&
    entries?.children.length === 2
  ) {
    return entries.children[1];
  }
  return schema.children.find(({ element }) => element.name === name);
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
}

function toDecimalCell(value: unknown, scale: number): Cell {
  const digits = toInteger(value);
  if (digits === undefined) {
    return undefined;
  }
  const parsed = parseDecimal(`${digits}e-${scale}`);
  return 'value' in parsed ? parsed.value : `${digits}e-${scale}`;
}

function toInteger(value: unknown): bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return BigInt(value);
  }
  if (!(value instanceof Uint8Array) || value.length === 0) {
    return undefined;
  }
  // Two's complement, the first byte first.
  const hex = Buffer.from(value).toString('hex');
  return BigInt.asIntN(value.length * 8, BigInt(`0x${hex}`));
}

/**
 * A value as text. The shortest text of a floating point number that stands for
 * no other is what was meant by it.
 */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (typeof value === 'string') {
    return requireText(value);
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (value instanceof Uint8Array) {
    return decodeText(value);
  }
  if (typeof value === 'object') {
    return JSON.stringify(value, toJsonValue);
  }
  return String(value);
}

/** What JSON has no values for. */
function toJsonValue(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return decodeText(value);
  }
  return typeof value === 'bigint' ? String(value) : value;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return requireText(decoder.decode(bytes));
  } catch {
    throw notText();
  }
}

/** PostgreSQL keeps no text with a NUL in it. */
function requireText(text: string): string {
  if (text.includes('\0')) {
    throw notText();
  }
  return text;
}

function notText(): UnreadableFile {
  return new UnreadableFile({
    rule: 'encoding',
    message: words.describe('cost.bill.textEncoding'),
  });
}
