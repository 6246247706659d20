import { sendCsv } from '@atrium/backend-common';
import type { CostBreakdown } from '@atrium/plugin-cost-common';
import type { Response } from 'express';
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
  await sendCsv(res, {
    fileName: `cost-by-${groupBy}.csv`,
    columns,
    readPage: async () => ({ items, totalItems: items.length }),
  });
}
