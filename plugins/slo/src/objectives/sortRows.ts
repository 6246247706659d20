import { currentBurnRate } from '../words/burnWords';
import { compareUrgency, type ObjectiveRow } from './ObjectiveRow';

const COMPARISONS = {
  urgency: compareUrgency,
  budget: (a: ObjectiveRow, b: ObjectiveRow) => budgetOf(a) - budgetOf(b),
  burn: (a: ObjectiveRow, b: ObjectiveRow) => burnOf(b) - burnOf(a),
  name: (a: ObjectiveRow, b: ObjectiveRow) =>
    a.title.localeCompare(b.title, 'en', { numeric: true }),
};

/** Rows in another order; those that were not measured come last. */
export function sortRows(
  rows: ObjectiveRow[],
  sort: keyof typeof COMPARISONS,
): ObjectiveRow[] {
  return [...rows].sort(COMPARISONS[sort]);
}

// Not infinite: the difference of two of them is no number.
const LAST = Number.MAX_VALUE / 4;

function budgetOf({ status }: ObjectiveRow): number {
  return status?.budgetRemaining ?? LAST;
}

function burnOf({ status }: ObjectiveRow): number {
  return (status && currentBurnRate(status)?.burnRate) ?? -LAST;
}
