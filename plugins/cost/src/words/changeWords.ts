import { formatPercent, formatRoundMoney } from '@atrium/ui';
import { isAboveZero, isZero, withoutSign } from '../money/amounts';
import type { CostChange } from '../money/costChange';

/** A change in words: `€112 more than in October (+10%)`. */
export function changeWords(
  change: CostChange,
  options: { currency: string; than: string },
): string {
  const { currency, than } = options;
  if (isZero(change.amount)) {
    return `As much as ${than}`;
  }
  const amount = formatRoundMoney({
    amount: withoutSign(change.amount),
    currency,
  });
  const direction = isAboveZero(change.amount) ? 'more' : 'less';
  const ratio = ratioWords(change.ratio);
  return `${amount} ${direction} than ${than}${ratio && ` (${ratio})`}`;
}

/** A ratio of change with its sign: `+10%`, `−2.5%`; nothing where there is none. */
export function ratioWords(ratio: number | undefined): string {
  if (ratio === undefined) {
    return '';
  }
  const percent = formatPercent(Math.abs(ratio));
  // What is rounded to nothing has no direction.
  if (percent === '0%') {
    return percent;
  }
  return `${ratio > 0 ? '+' : '−'}${percent}`;
}
