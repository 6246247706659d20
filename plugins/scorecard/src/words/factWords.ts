import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import { formatDateTime, formatNumber } from '@atrium/ui';

/** The value of a fact as people read it, with its unit. */
export function factWords({ value, type, unit }: FactEvidence): string {
  if (value === undefined) {
    return 'Not known';
  }
  if (typeof value === 'boolean') {
    return value ? 'Yes' : 'No';
  }
  if (typeof value === 'number') {
    return withUnit(formatNumber(value), unit);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'None' : value.join(', ');
  }
  return type === 'instant' ? formatDateTime(value) : value || 'Empty';
}

function withUnit(text: string, unit: string | undefined): string {
  if (unit === undefined) {
    return text;
  }
  return unit === 'percent' ? `${text}%` : `${text} ${unit}`;
}
