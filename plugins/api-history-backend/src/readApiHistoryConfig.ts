import { readPositiveDuration, readPositiveMs } from '@atrium/backend-common';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';

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
    frequency: readPositiveDuration(root, {
      key: 'apiHistory.frequency',
      fallback: { minutes: 5 },
    }),
    apisPerRun: readCount(config, 'apisPerRun', {
      fallback: 1_000,
      max: 100_000,
    }),
    maxDefinitionBytes: readCount(config, 'maxDefinitionBytes', {
      fallback: 5 * 1024 * 1024,
      max: MAX_DEFINITION_BYTES,
    }),
    analysisMilliseconds: readPositiveMs(root, {
      key: 'apiHistory.analysisTimeout',
      fallback: { seconds: 30 },
    }),
    versionsPerApi: readCount(config, 'retention.versionsPerApi', {
      fallback: 100,
      max: 10_000,
    }),
    deletedApisMilliseconds: readPositiveMs(root, {
      key: 'apiHistory.retention.deletedApis',
      fallback: { days: 30 },
    }),
    hasNotifications: config?.getOptionalBoolean('notifyConsumers') ?? true,
  };
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
