import { perLanguage } from '@atrium/common';

const formatIn = perLanguage(
  ({ dates }) =>
    (timeZone: string) =>
      new Intl.DateTimeFormat(dates, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
        timeZoneName: 'short',
      }),
);

/** An instant by the clocks of a zone: `5 Nov 2026, 10:05 CET`. */
export function zonedTimeWords(instant: string, timeZone: string): string {
  return formatIn()(timeZone).format(new Date(instant));
}
