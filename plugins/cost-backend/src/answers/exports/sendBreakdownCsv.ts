import { writeCsv } from '@atrium/backend-common';
import type { CostBreakdown } from '@atrium/plugin-cost-common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { breakdownColumns } from './breakdownColumns';

/** Answers a breakdown as CSV, with all digits of its amounts. */
export async function sendBreakdownCsv(
  res: Response,
  breakdown: CostBreakdown,
): Promise<void> {
  const { groupBy, items } = breakdown;
  const columns = Object.fromEntries(
    breakdownColumns(breakdown).map(({ read, title }) => [title, read]),
  );
  res.type('text/csv').attachment(`cost-by-${groupBy}.csv`);
  const lines = writeCsv(columns, async () => ({
    items,
    totalItems: items.length,
  }));
  await pipeline(Readable.from(lines), res);
}
