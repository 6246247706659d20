import { formatShortMonth } from '@atrium/ui';
import { t } from '../translation';

/** More months than these are said by their first and last one. */
const MAX_MONTHS = 3;

/** Months in words: `Oct 2026, Nov 2026`, or how many between which. */
export function monthsWords(months: readonly string[]): string {
  if (months.length === 0) {
    return t('monthsWords.none');
  }
  const sorted = [...months].sort();
  return sorted.length > MAX_MONTHS
    ? t('monthsWords.fromTo', {
        number: sorted.length,
        first: formatShortMonth(sorted[0]),
        last: formatShortMonth(sorted[sorted.length - 1]),
      })
    : sorted.map(formatShortMonth).join(', ');
}
