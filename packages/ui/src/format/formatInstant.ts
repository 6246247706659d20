import { perLanguage } from '@atrium/common';
import { t } from '../translation';

const dateTimeFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
);

const dateFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
);

const relativeFormat = perLanguage(
  ({ numbers }) => new Intl.RelativeTimeFormat(numbers, { numeric: 'auto' }),
);

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** An ISO instant in the zone of the reader: `25 Nov 2026, 13:05`. */
export function formatDateTime(instant: string): string {
  return dateTimeFormat().format(new Date(instant));
}

/** The day of an ISO instant in the zone of the reader: `25 Nov 2026`. */
export function formatDate(instant: string): string {
  return dateFormat().format(new Date(instant));
}

/** An ISO instant seen from `now`: `3 hours ago`, `in 2 days`, `just now`. */
export function formatRelative(instant: string, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) {
      return relativeFormat().format(Math.trunc(seconds / length), unit);
    }
  }
  return t('format.justNow');
}
