import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

const TIMES = { timeout: { minutes: 15 }, initialDelay: { seconds: 3 } };

/**
 * When all documents of entities are read anew. Our own engine follows changes,
 * so that once a day is enough; another one knows nothing else.
 */
export function readCollatorSchedule(
  config: Config,
  collator: 'catalog' | 'apiDefinitions',
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(
    `search.collators.${collator}.schedule`,
  );
  if (schedule) {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule);
  }
  return hasOwnEngine(config)
    ? { ...TIMES, frequency: { hours: 24 } }
    : { ...TIMES, frequency: { minutes: 10 } };
}

/** Whether we search in PostgreSQL: another engine is a matter of configuration. */
export function hasOwnEngine(config: Config): boolean {
  return !config.has('search.elasticsearch');
}
