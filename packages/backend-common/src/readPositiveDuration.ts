import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** Which duration {@link readPositiveDuration} reads. */
export interface PositiveDurationOptions {
  /** The whole key, which errors name. */
  key: string;
  fallback: HumanDuration;
  /** Whether zero makes sense; less never does. */
  isZeroAllowed?: boolean;
}

/**
 * Reads how long something takes or is kept.
 *
 * @throws InputError where it is not above zero: nothing would be kept at all.
 * With `isZeroAllowed` only where it is less.
 */
export function readPositiveDuration(
  root: Config,
  { key, fallback, isZeroAllowed = false }: PositiveDurationOptions,
): HumanDuration {
  const duration = root.has(key)
    ? readDurationFromConfig(root, { key })
    : fallback;
  const ms = durationToMilliseconds(duration);
  if (!(ms > 0 || (isZeroAllowed && ms === 0))) {
    throw new InputError(
      `'${key}' must ${isZeroAllowed ? 'not be below' : 'be above'} zero`,
    );
  }
  return duration;
}

/** As {@link readPositiveDuration}, in milliseconds. */
export function readPositiveMs(
  root: Config,
  options: PositiveDurationOptions,
): number {
  return durationToMilliseconds(readPositiveDuration(root, options));
}
