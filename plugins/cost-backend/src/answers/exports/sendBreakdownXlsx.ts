import type { CostBreakdown } from '@atrium/plugin-cost-common';
import type { Response } from 'express';
import type { Cell } from 'write-excel-file/node';
import { breakdownColumns } from './breakdownColumns';

const TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AMOUNT_FORMAT = '#,##0.00';

/**
 * Answers a breakdown as a workbook. Texts are written as texts, so that none is a
 * formula; amounts as numbers, which workbooks keep with about 15 digits.
 */
export async function sendBreakdownXlsx(
  res: Response,
  breakdown: CostBreakdown,
): Promise<void> {
  // Only here: it is large, and rarely asked for.
  const {
    default: writeXlsxFile,
  }: typeof import('write-excel-file/node') = require('write-excel-file/node');
  const { groupBy, items } = breakdown;
  const columns = breakdownColumns(breakdown);
  const head: Cell[] = columns.map(({ title }) => ({
    type: String,
    value: title,
    fontWeight: 'bold',
  }));
  const rows = items.map(item =>
    columns.map(({ isAmount, read }): Cell => {
      const value = read(item);
      if (value === undefined) {
        return null;
      }
      return isAmount
        ? { type: Number, value: Number(value), format: AMOUNT_FORMAT }
        : { type: String, value };
    }),
  );
  const file = await writeXlsxFile([head, ...rows], {
    columns: columns.map(({ isAmount }) => ({ width: isAmount ? 36 : 40 })),
    sheet: 'Cost',
    stickyRowsCount: 1,
  }).toBuffer();
  res.type(TYPE).attachment(`cost-by-${groupBy}.xlsx`).send(file);
}
