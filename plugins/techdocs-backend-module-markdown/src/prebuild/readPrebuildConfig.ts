import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How documentation is built before anyone asks. */
export interface PrebuildConfig {
  isEnabled: boolean;
  /** How often the catalog is asked for sites that nobody told of. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Sites that one replica builds at a time. */
  concurrency: number;
  /** After this time a site is looked at again although nothing was heard. */
  recheckSeconds: number;
  /** The engine of entities that name none. */
  defaultEngine: string | undefined;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
};

const DEFAULT_CONCURRENCY = 2;
const DEFAULT_RECHECK_SECONDS = 6 * 60 * 60;

function readConcurrency(config: Config | undefined): number {
  const value = config?.getOptionalNumber('concurrency') ?? DEFAULT_CONCURRENCY;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `Config 'techdocs.markdown.prebuild.concurrency' must be a whole number above zero, not '${value}'`,
    );
  }
  return value;
}

/** Reads `techdocs.markdown.prebuild`, the only reader of that section. */
export function readPrebuildConfig(root: Config): PrebuildConfig {
  const config = root.getOptionalConfig('techdocs.markdown.prebuild');
  const builder = root.getOptionalString('techdocs.builder') ?? 'local';
  return {
    // With an external builder the portal publishes nothing itself.
    isEnabled:
      builder === 'local' && (config?.getOptionalBoolean('enabled') ?? true),
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : defaultSchedule,
    concurrency: readConcurrency(config),
    recheckSeconds: config?.has('recheckAfter')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'recheckAfter' }),
        ) / 1000
      : DEFAULT_RECHECK_SECONDS,
    defaultEngine: root.getOptionalString('techdocs.generator.defaultEngine'),
  };
}
