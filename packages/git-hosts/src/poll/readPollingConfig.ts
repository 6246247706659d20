import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** How a git host is asked. */
export interface PollingConfig {
  frequency: HumanDuration;
  /** How far back the first poll of a repository goes. */
  historyMs: number;
  /** `owner/name` or `owner/*`; undefined: every repository of the catalog. */
  repositories?: string[];
}

const PATTERN = /^[^/*\s]+\/(?:\*|[^/*\s]+)$/;
const MIN_FREQUENCY_MS = 30_000;

/**
 * Reads how a git host is polled, such as `delivery.github.polling`, and refuses
 * what makes no sense.
 *
 * @returns undefined where the host is not to be polled.
 */
export function readPollingConfig(
  config: Config,
  key: string,
): PollingConfig | undefined {
  const polling = config.getOptionalConfig(key);
  return polling?.getOptionalBoolean('enabled')
    ? readPolling(polling, key)
    : undefined;
}

function readPolling(config: Config, path: string): PollingConfig {
  const frequency = readDuration(config, 'frequency') ?? { minutes: 5 };
  if (durationToMilliseconds(frequency) < MIN_FREQUENCY_MS) {
    throw new InputError(`'${path}.frequency' must be at least 30 seconds`);
  }
  const repositories = config.getOptionalStringArray('repositories');
  for (const pattern of repositories ?? []) {
    if (!PATTERN.test(pattern)) {
      throw new InputError(
        `'${path}.repositories' takes 'owner/name' and 'owner/*', got '${pattern}'`,
      );
    }
  }
  return {
    frequency,
    historyMs: durationToMilliseconds(
      readDuration(config, 'history') ?? { days: 90 },
    ),
    repositories,
  };
}

function readDuration(config: Config, key: string): HumanDuration | undefined {
  return config.has(key) ? readDurationFromConfig(config, { key }) : undefined;
}
