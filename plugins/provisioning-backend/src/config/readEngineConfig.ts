import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

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
  return {
    drift: {
      maximumAgeMs: readMs(root, 'drift.maximumAge', { minutes: 15 }),
      concurrency,
    },
    leftovers: {
      frequencyMs: readMs(root, 'leftovers.frequency', { minutes: 30 }),
    },
    retention: {
      deletedMs: readMs(root, 'retention.deleted', { days: 400 }),
      timelineMs: readMs(root, 'retention.timeline', { days: 400 }),
      idempotencyKeysMs: readMs(root, 'retention.idempotencyKeys', { days: 7 }),
    },
  };
}

function readMs(
  root: RootConfigService,
  path: string,
  fallback: HumanDuration,
): number {
  const key = `provisioning.${path}`;
  const ms = durationToMilliseconds(
    root.has(key) ? readDurationFromConfig(root, { key }) : fallback,
  );
  if (!(ms > 0)) {
    throw new InputError(`'${key}' must be above zero`);
  }
  return ms;
}
