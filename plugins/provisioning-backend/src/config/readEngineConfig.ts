import { readPositiveMs } from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';

/** How what lives is watched, and for how long what is over is kept. */
export interface EngineConfig {
  drift: {
    /** No live resource was last looked at longer ago than this. */
    maximumAgeMs: number;
    /** How many are looked at at once. */
    concurrency: number;
  };
  leftovers: { frequencyMs: number };
  retention: {
    deletedMs: number;
    timelineMs: number;
    idempotencyKeysMs: number;
  };
}

/** Reads and checks `provisioning.drift`, `leftovers` and `retention`. */
export function readEngineConfig(root: RootConfigService): EngineConfig {
  const concurrency =
    root.getOptionalNumber('provisioning.drift.concurrency') ?? 10;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 100) {
    throw new InputError(
      `'provisioning.drift.concurrency' must be a whole number from 1 to 100, got '${concurrency}'`,
    );
  }
  const readMs = (key: string, fallback: HumanDuration) =>
    readPositiveMs(root, { key: `provisioning.${key}`, fallback });
  return {
    drift: {
      maximumAgeMs: readMs('drift.maximumAge', { minutes: 15 }),
      concurrency,
    },
    leftovers: {
      frequencyMs: readMs('leftovers.frequency', { minutes: 30 }),
    },
    retention: {
      deletedMs: readMs('retention.deleted', { days: 400 }),
      timelineMs: readMs('retention.timeline', { days: 400 }),
      idempotencyKeysMs: readMs('retention.idempotencyKeys', { days: 7 }),
    },
  };
}
