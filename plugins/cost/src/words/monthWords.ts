import { monthBefore } from '@atrium/common';
import { formatMonthName } from '@atrium/ui';
import type { CostSummary } from '@atrium/plugin-cost-common';
import { costChange } from '../money/costChange';
import { t } from '../translation';
import { changeWords } from './changeWords';

/** Whether all days of the month of a summary are complete: nothing is to come. */
export function isMonthOver({ freshness, month }: CostSummary): boolean {
  return (freshness.completeUntil ?? '').slice(0, 7) > month;
}

/** Which month it is, and whether it goes on: `November to date`, `November`. */
export function monthWords(summary: CostSummary): string {
  const month = formatMonthName(summary.month);
  return isMonthOver(summary) ? month : t('monthWords.toDate', { month });
}

/** With what a month is compared: `the same days in October`, `in October`. */
export function daysBeforeWords(summary: CostSummary): string {
  const before = formatMonthName(monthBefore(summary.month));
  return isMonthOver(summary)
    ? t('monthWords.allOf', { before })
    : t('monthWords.theSameDaysOf', { before });
}

/** How a month compares with the one before. */
export function monthChangeWords(summary: CostSummary): string {
  const { currency, month, monthToDate, sameDaysLastMonth } = summary;
  return sameDaysLastMonth === undefined
    ? t('monthWords.notEnoughChargesToCompare', {
        before: formatMonthName(monthBefore(month)),
      })
    : changeWords(costChange(sameDaysLastMonth, monthToDate), {
        currency,
        than: daysBeforeWords(summary),
      });
}
