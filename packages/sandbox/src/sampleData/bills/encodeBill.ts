import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { BillFixture } from './billFixture.ts';
import { parseDecimal } from './Charge.ts';
import { listFocusColumns } from './focusColumns.ts';
import type { BillLine, FocusColumn } from './focusColumns.ts';

/** A column of a Parquet file. */
type SchemaElement = NonNullable<
  Parameters<typeof parquetWriteBuffer>[0]['schema']
>[number];

/** The file of a bill, in the format and version of its provider. */
export function encodeBill(bill: BillFixture, lines: BillLine[]): Uint8Array {
  const columns = listFocusColumns(bill.focusVersion);
  switch (bill.format) {
    case 'csv':
      return Buffer.from(encodeCsv(columns, lines));
    case 'csv.gz':
      return gzipSync(encodeCsv(columns, lines));
    case 'parquet':
      return encodeParquet(columns, lines);
    default: {
      const unknown: never = bill.format;
      throw new Error(`No bills are written as '${unknown}'`);
    }
  }
}

function encodeCsv(columns: FocusColumn[], lines: BillLine[]): string {
  const rows = lines.map(line =>
    columns.map(column => quote(column.read(line) ?? '')).join(','),
  );
  return [columns.map(({ name }) => name).join(','), ...rows, ''].join('\n');
}

function quote(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Amounts are decimals of 38 digits, as warehouses export them: no floats. */
function encodeParquet(columns: FocusColumn[], lines: BillLine[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(toSchemaElement),
    ],
    columnData: columns.map(({ name, type, read }) => ({
      name,
      data: lines.map(line => {
        const value = read(line);
        return value === undefined ? null : toParquetValue(value, type);
      }),
    })),
  });
  return new Uint8Array(buffer);
}

function toSchemaElement({ name, type }: FocusColumn): SchemaElement {
  const repetition_type = 'OPTIONAL';
  switch (type) {
    case 'text':
      return {
        name,
        repetition_type,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
      };
    case 'json':
      return {
        name,
        repetition_type,
        type: 'BYTE_ARRAY',
        converted_type: 'JSON',
      };
    case 'instant':
      return {
        name,
        repetition_type,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
      };
    case 'decimal':
      return {
        name,
        repetition_type,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: 16,
        converted_type: 'DECIMAL',
        precision: 38,
        scale: 9,
      };
    default: {
      const unknown: never = type;
      throw new Error(`No columns are '${unknown}'`);
    }
  }
}

function toParquetValue(value: string, type: FocusColumn['type']) {
  switch (type) {
    case 'decimal':
      return parseDecimal(value, 'billionths');
    case 'instant':
      return new Date(value);
    case 'json':
      return JSON.parse(value);
    default:
      return value;
  }
}
