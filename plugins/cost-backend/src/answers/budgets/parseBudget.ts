import { type Money, moneySchema } from '@atrium/common';

const FORM = /^([A-Z]{3})\s+(\d+(?:\.\d+)?)$/;

/** A budget as it is written, such as `EUR 400`, or what is wrong with it. */
export function parseBudget(text: string): Money | { problem: string } {
  const [, currency, amount] = FORM.exec(text.trim()) ?? [];
  const money = moneySchema.safeParse({ currency, amount });
  if (!money.success || !/[1-9]/.test(money.data.amount)) {
    return {
      problem: `'${text}' is not a budget: write a currency and an amount above zero, such as 'EUR 400'`,
    };
  }
  return money.data;
}
