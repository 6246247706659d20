import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import { formatDateTime, formatNumber, formatPercent } from '@atrium/ui';
import { t } from '../translation';

/** The value of a fact as people read it, with its unit. */
export function factWords({ value, type, unit }: FactEvidence): string {
  if (value === undefined) {
    return t('factWords.notKnown');
  }
  if (typeof value === 'boolean') {
    return value ? t('factWords.yes') : t('factWords.no');
  }
  if (typeof value === 'number') {
    return withUnit(value, unit);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t('factWords.none') : value.join(', ');
  }
  return type === 'instant'
    ? formatDateTime(value)
    : value || t('factWords.empty');
}

function withUnit(value: number, unit: string | undefined): string {
  const number = formatNumber(value);
  switch (unit) {
    case 'percent':
      return formatPercent(value / 100, 2);
    case 'days':
      return t('factWords.days', { count: value, number });
    case 'hours':
      return t('factWords.hours', { count: value, number });
    default:
      // Of others only the plural is known, and what they are stands in the title.
      return unit === undefined || value === 1 ? number : `${number} ${unit}`;
  }
}
