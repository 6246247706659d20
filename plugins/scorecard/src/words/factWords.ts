import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import { formatDateTime, formatNumber } from '@atrium/ui';
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
    return withUnit(formatNumber(value), unit);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t('factWords.none') : value.join(', ');
  }
  return type === 'instant'
    ? formatDateTime(value)
    : value || t('factWords.empty');
}

function withUnit(text: string, unit: string | undefined): string {
  if (unit === undefined) {
    return text;
  }
  return unit === 'percent'
    ? t('factWords.percent', { number: text })
    : `${text} ${unit}`;
}
