import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { durationToMilliseconds } from '@backstage/types';

/** How the API history works, with defaults filled in. */
export interface ApiHistoryConfig {
  frequency: HumanDuration;
  apisPerRun: number;
  maxDefinitionBytes: number;
  analysisMilliseconds: number;
  versionsPerApi: number;
  deletedApisMilliseconds: number;
  hasNotifications: boolean;
}

/** Definitions pass through a thread and a row of the database as a whole. */
const MAX_DEFINITION_BYTES = 50 * 1024 * 1024;

/** Reads `apiHistory`, the only reader of that section. */
export function readApiHistoryConfig(root: Config): ApiHistoryConfig {
  const config = root.getOptionalConfig('apiHistory');
  return {
    frequency: readDuration(config, 'frequency', { minutes: 5 }),
    apisPerRun: readCount(config, 'apisPerRun', {
      fallback: 1_000,
      max: 100_000,
    }),
    maxDefinitionBytes: readCount(config, 'maxDefinitionBytes', {
      fallback: 5 * 1024 * 1024,
      max: MAX_DEFINITION_BYTES,
    }),
    analysisMilliseconds: durationToMilliseconds(
      readDuration(config, 'analysisTimeout', { seconds: 30 }),
    ),
    versionsPerApi: readCount(config, 'retention.versionsPerApi', {
      fallback: 100,
      max: 10_000,
    }),
    deletedApisMilliseconds: durationToMilliseconds(
      readDuration(config, 'retention.deletedApis', { days: 30 }),
    ),
    hasNotifications: config?.getOptionalBoolean('notifyConsumers') ?? true,
  };
}

function readDuration(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): HumanDuration {
  const duration = config?.has(key)
    ? readDurationFromConfig(config, { key })
    : fallback;
  if (!(durationToMilliseconds(duration) > 0)) {
    throw new InputError(`Config 'apiHistory.${key}' must be above zero`);
  }
  return duration;
}

function readCount(
  config: Config | undefined,
  key: string,
  limits: { fallback: number; max: number },
): number {
  const value = config?.getOptionalNumber(key) ?? limits.fallback;
  if (!Number.isInteger(value) || value < 1 || value > limits.max) {
    throw new InputError(
      `Config 'apiHistory.${key}' must be a whole number from 1 to ${limits.max}, not '${value}'`,
    );
  }
  return value;
}
