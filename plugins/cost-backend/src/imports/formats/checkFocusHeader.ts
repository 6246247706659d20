import type { ImportReport } from '@atrium/plugin-cost-common';
import { words } from '../../costWords';
import type { ProblemCollector } from '../report/ProblemCollector';
import {
  focusColumns,
  type FocusVersion,
  hasColumn,
  isMandatory,
} from './focusColumns';

/**
 * Columns that the standard requires and some exports do without, such as the one of
 * Google Cloud. No charge is wrong without them.
 */
const DISPENSABLE: ReadonlySet<string> = new Set([
  'BillingAccountName',
  'ChargeDescription',
  'HostProviderName',
  'InvoiceIssuerName',
  'PricingQuantity',
  'PricingUnit',
  'PublisherName',
  'ServiceCategory',
]);

interface CheckFocusHeaderOptions {
  version: FocusVersion;
  problems: ProblemCollector;
}

/** Reports what is wrong with the columns of a file, and says what they are. */
export function checkFocusHeader(
  columns: readonly string[],
  { version, problems }: CheckFocusHeaderOptions,
): ImportReport['columns'] {
  const names = new Set(columns);
  const missing = [...focusColumns.values()]
    .filter(column => isMandatory(column, version) && !names.has(column.name))
    .map(({ name }) => name);
  const kept = [...names].filter(name => !focusColumns.has(name));
  for (const column of names) {
    if (columns.indexOf(column) !== columns.lastIndexOf(column)) {
      problems.add({
        severity: 'error',
        rule: 'column-duplicate',
        column,
        message: words.describe('cost.bill.columnDuplicate'),
      });
    }
    const known = focusColumns.get(column);
    if (known && !hasColumn(known, version)) {
      problems.add({
        severity: 'warning',
        rule: 'column-version',
        column,
        message: words.describe('cost.bill.columnVersion', { version }),
      });
    }
  }
  for (const column of missing) {
    const isDispensable = DISPENSABLE.has(column);
    problems.add({
      severity: isDispensable ? 'warning' : 'error',
      rule: 'column-missing',
      column,
      message: words.describe(
        isDispensable
          ? 'cost.bill.columnDispensable'
          : 'cost.bill.columnRequired',
        { version },
      ),
    });
  }
  for (const column of kept.filter(name => !name.startsWith('x_'))) {
    problems.add({
      severity: 'warning',
      rule: 'column-custom',
      column,
      message: words.describe('cost.bill.columnCustom'),
    });
  }
  return {
    read: [...names].filter(name => focusColumns.has(name)),
    kept,
    missing,
  };
}
