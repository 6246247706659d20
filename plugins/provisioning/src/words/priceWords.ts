import { addMoney, type Money } from '@atrium/common';
import { formatList, formatMoney } from '@atrium/ui';
import { t } from '../translation';

/** What it costs a month. That nobody knows is not the same as free of charge. */
export function priceWords(monthlyPrice: Money | undefined): string {
  return monthlyPrice
    ? t('priceWords.aMonth', { monthlyPrice: formatMoney(monthlyPrice) })
    : t('priceWords.priceNotKnown');
}

/** What several things cost together, by currency; nothing without a price. */
export function sumWords(items: readonly { monthlyPrice?: Money }[]): string {
  const sums = new Map<string, Money>();
  for (const { monthlyPrice } of items) {
    if (monthlyPrice) {
      const sum = sums.get(monthlyPrice.currency);
      sums.set(
        monthlyPrice.currency,
        sum ? addMoney(sum, monthlyPrice) : monthlyPrice,
      );
    }
  }
  return formatList([...sums.values()].map(formatMoney));
}

/** For sorting: what has no price comes before all that has one. */
export function priceOrder(monthlyPrice: Money | undefined): number {
  return monthlyPrice ? Number(monthlyPrice.amount) : -1;
}
