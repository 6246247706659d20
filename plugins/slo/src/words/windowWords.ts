import type { DurationUnit, SloWindow } from '@atrium/plugin-slo-common';
import { t } from '../translation';

const UNIT_WORDS = {
  m: 'windowWords.minutes',
  h: 'windowWords.hours',
  d: 'windowWords.days',
  w: 'windowWords.weeks',
  M: 'windowWords.months',
  Q: 'windowWords.quarters',
  Y: 'windowWords.years',
} as const satisfies Record<DurationUnit, string>;

/** The window of an SLO: `rolling 28 days`, `each month (Europe/Berlin)`. */
export function windowWords(window: SloWindow): string {
  const { count, unit } = window.duration;
  const length = t(UNIT_WORDS[unit], { count });
  return window.kind === 'rolling'
    ? t('windowWords.rolling', { length })
    : t('windowWords.each', { length, timeZone: window.timeZone });
}
