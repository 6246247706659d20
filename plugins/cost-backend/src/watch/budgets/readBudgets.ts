import type { Budget } from '@atrium/plugin-cost-common';
import type { Target } from '../../answers/access/CostScopes';
import type { WrittenBudget } from '../../answers/budgets/CatalogBudgets';
import { toBudgetStatus } from '../../answers/budgets/toBudgetStatus';
import { findMonthPeriods } from '../../answers/reads/monthPeriods';
import { readEntityCosts } from '../../answers/reads/readEntityCosts';
import type { Snapshot } from '../../answers/sums/Snapshot';

/** Budgets with where they stand, without the alerts, and those that cannot be read. */
export interface ReadBudgets {
  month: string;
  items: (Omit<Budget, 'alerts'> & { budget: WrittenBudget })[];
  problems: { entityRef: string; message: string }[];
}

interface ReadBudgetsOptions {
  budgets: ReadonlyMap<string, WrittenBudget>;
  targets: ReadonlyMap<string, Target[]>;
  /** The last one that has complete days, where it is absent. */
  month?: string;
}

/** Compares budgets with what is spent in a month so far. */
export async function readBudgets(
  snapshot: Snapshot,
  { budgets, month, targets }: ReadBudgetsOptions,
): Promise<ReadBudgets> {
  const periods = findMonthPeriods(snapshot, month);
  const costs = await readEntityCosts(snapshot, {
    periods,
    targets: new Map(
      [...budgets.keys()].map(ref => [ref, targets.get(ref) ?? []]),
    ),
  });
  const items: ReadBudgets['items'] = [];
  const problems: ReadBudgets['problems'] = [];
  for (const [entityRef, budget] of budgets) {
    const cost = costs.get(entityRef);
    if (!cost) {
      continue;
    }
    const status = await toBudgetStatus(snapshot, { budget, cost, periods });
    if ('problem' in status) {
      problems.push({ entityRef, message: status.problem });
      continue;
    }
    items.push({
      ...status,
      budget,
      entityRef,
      ownerRef: budget.ownerRefs.at(0),
      sourceUrl: budget.sourceUrl,
      month: periods.month,
      monthToDate: cost.monthToDate.toFixed(),
      forecast: cost.forecast,
    });
  }
  return { month: periods.month, items, problems };
}
