import { formatPercentChange, formatRoundMoney } from '@atrium/ui';
import { isAboveZero, isZero, withoutSign } from '../money/amounts';
import type { CostChange } from '../money/costChange';
import { t } from '../translation';

/** A change in words: `€112 more than in October (+10%)`. */
export function changeWords(
  change: CostChange,
  options: { currency: string; than: string },
): string {
  const { currency, than } = options;
  if (isZero(change.amount)) {
    return t('changeWords.asMuchAs', { than });
  }
  const amount = formatRoundMoney({
    amount: withoutSign(change.amount),
    currency,
  });
  const words = isAboveZero(change.amount)
    ? t('changeWords.moreThan', { amount, than })
    : t('changeWords.lessThan', { amount, than });
  const ratio = ratioWords(change.ratio);
  return ratio ? `${words} (${ratio})` : words;
}

/** A ratio of change with its sign: `+10%`, `−2.5%`; nothing where there is none. */
export function ratioWords(ratio: number | undefined): string {
  return ratio === undefined ? '' : formatPercentChange(ratio);
}
