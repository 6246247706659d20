import type { DurationUnit, SloWindow } from '@atrium/plugin-slo-common';

const UNIT_WORDS: Record<DurationUnit, string> = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
};

/** The window of an SLO: `rolling 28 days`, `each month (Europe/Berlin)`. */
export function windowWords(window: SloWindow): string {
  const { count, unit } = window.duration;
  const word = UNIT_WORDS[unit];
  const length = count === 1 ? word : `${count} ${word}s`;
  return window.kind === 'rolling'
    ? `rolling ${length}`
    : `each ${length} (${window.timeZone})`;
}
