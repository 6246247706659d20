import { readPositiveMs } from '@atrium/backend-common';
import type { Config } from '@backstage/config';

/** How long an answer of a reader is kept, in milliseconds. */
export function readKeepForMs(config: Config): number {
  return readPositiveMs(config, {
    key: 'techdocs.feedback.keepFor',
    fallback: { days: 365 },
  });
}
