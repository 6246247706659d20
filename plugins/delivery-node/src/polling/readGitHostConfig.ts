import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** How delivery hears of a git host. */
export interface GitHostConfig {
  isListening: boolean;
  incidentLabels: string[];
  /** Undefined: the host is not asked. */
  polling?: GitHostPollingConfig;
}

/** How a git host is asked. */
export interface GitHostPollingConfig {
  frequency: HumanDuration;
  /** How far back the first poll of a repository goes. */
  historyMs: number;
  /** `owner/name` or `owner/*`; undefined: every repository of the catalog. */
  repositories?: string[];
}

const PATTERN = /^[^/*\s]+\/(?:\*|[^/*\s]+)$/;
const MIN_FREQUENCY_MS = 30_000;

/**
 * Reads the section of a git host, such as `delivery.github`, and refuses what
 * makes no sense.
 */
export function readGitHostConfig(config: Config, key: string): GitHostConfig {
  const section = config.getOptionalConfig(key);
  const polling = section?.getOptionalConfig('polling');
  return {
    isListening: section?.getOptionalBoolean('webhooks') ?? true,
    incidentLabels: section?.getOptionalStringArray('incidentLabels') ?? [
      'incident',
    ],
    polling: polling?.getOptionalBoolean('enabled')
      ? readPolling(polling, `${key}.polling`)
      : undefined,
  };
}

function readPolling(config: Config, path: string): GitHostPollingConfig {
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
