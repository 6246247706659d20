import { InputError } from '@backstage/errors';
import { words } from '../../costWords';

const MAX_DAYS = 1_100;

/**
 * The days that a question is about.
 *
 * @throws InputError when they end before they begin, or are more than three years
 */
export function readPeriod(
  given: { from?: string; to?: string },
  byDefault: { from: string; to: string },
): { from: string; to: string } {
  const period = {
    from: given.from ?? byDefault.from,
    to: given.to ?? byDefault.to,
  };
  const isDefault = given.from === undefined && given.to === undefined;
  if (!isDefault && period.from >= period.to) {
    throw words.error(
      InputError,
      words.describe('cost.refusal.periodOrder', period),
    );
  }
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  if (days > MAX_DAYS) {
    throw words.error(
      InputError,
      words.describe('cost.refusal.periodLength', { max: MAX_DAYS, days }),
    );
  }
  return period;
}
