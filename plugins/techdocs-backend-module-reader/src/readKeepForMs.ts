import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'techdocs.feedback.keepFor';

/** How long an answer of a reader is kept, in milliseconds. */
export function readKeepForMs(config: Config): number {
  return durationToMilliseconds(
    config.has(KEY)
      ? readDurationFromConfig(config, { key: KEY })
      : { days: 365 },
  );
}
