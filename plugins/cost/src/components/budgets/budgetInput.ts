import { budgetMoneySchema } from '@atrium/plugin-cost-common';
import { type Money, withDecimalPoint } from '@atrium/common';

/** What is in the fields of a budget. */
export interface BudgetInput {
  amount: string;
  currency: string;
  /** Whether it is to have none any more. */
  isNone: boolean;
}

const AMOUNT = /^\d+(?:\.\d{1,2})?$/;
const WRITTEN = /^([A-Z]{3})\s+(\d+(?:\.\d+)?)$/;

/**
 * What somebody typed, with a comma or a point before the cents; undefined where it is no
 * amount. `1,250` is none: it would be read as little more than one.
 */
export function toBudget({
  amount,
  currency,
  isNone,
}: BudgetInput): Money | null | undefined {
  if (isNone) {
    return null;
  }
  const typed = withDecimalPoint(amount);
  const budget = budgetMoneySchema.safeParse({ amount: typed, currency });
  return AMOUNT.test(typed) && budget.success ? budget.data : undefined;
}

/** What the fields begin with: what the file says, as far as it is a budget. */
export function toBudgetInput(
  written: string | undefined,
  currencies: readonly string[],
): BudgetInput {
  const [, currency = '', amount = ''] =
    WRITTEN.exec(written?.trim() ?? '') ?? [];
  return {
    amount,
    isNone: false,
    currency: currencies.includes(currency) ? currency : currencies[0],
  };
}
