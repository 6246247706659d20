import { formatMonthName } from '@atrium/common';
import { t } from '../translation';

/** A cost with the month that it is of, `2026-11`. */
interface MonthlyCost {
  month?: string;
}

/**
 * What a figure or a column of costs is called: by the month that they are of. Bills come
 * a day or two late, so on the first days of a month that is the one before.
 *
 * @param rows - those beneath the title; where none says its month, or they are of
 * several, the title names no month
 */
export function costTitle(
  rows: readonly { cost?: MonthlyCost }[] = [],
): string {
  const months = new Set(rows.flatMap(({ cost }) => cost?.month ?? []));
  const [month] = months;
  if (months.size !== 1) {
    return t('costTitle.monthlyCost');
  }
  return month === new Date().toISOString().slice(0, 7)
    ? t('costTitle.costThisMonth')
    : t('costTitle.costIn', { month: formatMonthName(month) });
}
