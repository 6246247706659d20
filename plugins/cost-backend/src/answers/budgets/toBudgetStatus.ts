import {
  type BudgetState,
  MONTHLY_BUDGET_ANNOTATION,
} from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { MonthPeriods } from '../reads/monthPeriods';
import type { EntityCosts } from '../reads/readEntityCosts';
import type { Snapshot } from '../sums/Snapshot';
import type { WrittenBudget } from './CatalogBudgets';
import { parseBudget } from './parseBudget';

/** Where spending stands against a budget, in the currency of the portal. */
export interface BudgetStatus {
  amount: string;
  usedRatio: number;
  forecastRatio?: number;
  state: BudgetState;
  /** In words, where it is written. */
  source: string;
}

interface BudgetStatusOptions {
  budget: WrittenBudget;
  cost: Pick<EntityCosts, 'forecast' | 'monthToDate'>;
  periods: MonthPeriods;
}

/** Compares a budget with what is spent, or says why it cannot be read. */
export async function toBudgetStatus(
  { conversion, currency, trx }: Snapshot,
  { budget, cost, periods }: BudgetStatusOptions,
): Promise<BudgetStatus | { problem: string }> {
  const money = parseBudget(budget.text);
  if ('problem' in money) {
    return money;
  }
  if (money.currency !== currency) {
    await conversion.load(trx, { from: periods.start, to: periods.end });
  }
  const rate = conversion.rateOf(money.currency, periods.month);
  if (!rate) {
    return {
      problem: `'${budget.text}' is in a currency without an exchange rate to ${currency}`,
    };
  }
  const amount = rate.times(money.amount);
  // Where credits are more than charges, nothing of the budget is used.
  const ratioOf = (part: Big) =>
    Math.max(0, Number(part.div(amount).toFixed(4)));
  const forecast = cost.forecast && new Big(cost.forecast.amount);
  return {
    amount: amount.toFixed(),
    usedRatio: ratioOf(cost.monthToDate),
    forecastRatio: forecast && ratioOf(forecast),
    state: stateOf(amount, { forecast, spent: cost.monthToDate }),
    source: `${MONTHLY_BUDGET_ANNOTATION} of ${budget.title}`,
  };
}

function stateOf(
  amount: Big,
  { forecast, spent }: { forecast: Big | undefined; spent: Big },
): BudgetState {
  if (spent.gt(amount)) {
    return 'over';
  }
  return forecast?.gt(amount) ? 'at-risk' : 'within';
}
