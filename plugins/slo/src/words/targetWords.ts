import { withDecimalPoint } from '@atrium/common';
import {
  durationWords,
  nominalMinutes,
  parseDuration,
} from '@atrium/plugin-slo-common';
import { t } from '../translation';

const SECONDS_PER_MINUTE = 60;

/**
 * What a target leaves, as time: `43 minutes in 30 days`.
 *
 * @param target - in percent, as it was typed, with a point or a comma
 * @param window - as OpenSLO writes it
 * @returns nothing while either is not complete
 */
export function targetWords(
  target: string,
  window: string,
): string | undefined {
  const typed = withDecimalPoint(target);
  const percent = typed === '' ? NaN : Number(typed);
  const duration = parseDuration(window);
  if (!duration || !(percent >= 0 && percent < 100)) {
    return undefined;
  }
  const length = nominalMinutes(duration);
  const minutes = Number((((100 - percent) / 100) * length).toFixed(6));
  return t('targetWords.in', {
    minutes: budgetWords(minutes),
    length: durationWords(length),
  });
}

function budgetWords(minutes: number): string {
  if (minutes >= 1) {
    return durationWords(minutes);
  }
  const seconds = Math.floor(minutes * SECONDS_PER_MINUTE);
  if (seconds < 1) {
    return t('targetWords.lessThanASecond');
  }
  return t('targetWords.seconds', { count: seconds });
}
