import type { Money } from '@atrium/common';
import { budgetMoneySchema } from '@atrium/plugin-cost-common';

const FORM = /^([A-Z]{3})\s+(\d+(?:\.\d+)?)$/;

/** A budget as it is written, such as `EUR 400`, or what is wrong with it. */
export function parseBudget(text: string): Money | { problem: string } {
  const [, currency, amount] = FORM.exec(text.trim()) ?? [];
  const money = budgetMoneySchema.safeParse({ currency, amount });
  return money.success
    ? money.data
    : {
        problem: `'${text}' is not a budget: write a currency and an amount above zero, such as 'EUR 400'`,
      };
}

/** A budget as it is to be written. */
export function formatBudget({ amount, currency }: Money): string {
  return `${currency} ${amount}`;
}
