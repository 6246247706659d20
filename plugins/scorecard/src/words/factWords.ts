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
    return unit === 'percent'
      ? formatPercent(value / 100, 2)
      : [formatNumber(value), unit].filter(Boolean).join(' ');
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t('factWords.none') : value.join(', ');
  }
  return type === 'instant'
    ? formatDateTime(value)
    : value || t('factWords.empty');
}
