import { words } from '../../apiHistoryWords';
import type { SchemaVisit } from './SchemaVisit';
import { severityOf } from './SchemaVisit';

/** Compares what the items of arrays may be. */
export function compareItems(visit: SchemaVisit): void {
  const { before, after } = visit;
  const shared = Math.min(before.prefixItems.length, after.prefixItems.length);
  for (let index = 0; index < shared; index++) {
    visit.descend(
      { before: before.prefixItems[index], after: after.prefixItems[index] },
      `[${index}]`,
    );
  }
  if (before.prefixItems.length !== after.prefixItems.length) {
    visit.report({
      severity: severityOf(visit.direction, 'changed'),
      rule: `${visit.direction}-tuple-changed`,
      message: words.describe('apiHistory.change.tupleChanged', {
        subject: visit.subject,
        from: before.prefixItems.length,
        to: after.prefixItems.length,
      }),
      before: String(before.prefixItems.length),
      after: String(after.prefixItems.length),
    });
  }
  if (before.items !== undefined || after.items !== undefined) {
    visit.descend(
      { before: before.items ?? true, after: after.items ?? true },
      '[]',
    );
  }
}
