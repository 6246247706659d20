import {
  mirrorEntities,
  type MirrorEntitiesOptions,
} from '@atrium/backend-common';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EntityStore } from './EntityStore';
import { COST_FIELDS, COST_KINDS, toCostEntity } from './toCostEntity';

interface ScheduleEntitiesOptions
  extends Pick<MirrorEntitiesOptions, 'auth' | 'catalog'> {
  entities: EntityStore;
  scheduler: SchedulerService;
}

/** Keeps what cost needs of the entities as it is in the catalog. */
export async function scheduleEntities(
  options: ScheduleEntitiesOptions,
): Promise<void> {
  const { entities, scheduler } = options;
  await scheduler.scheduleTask({
    id: 'cost-entities',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 10 },
    fn: signal =>
      mirrorEntities({
        ...options,
        kinds: COST_KINDS,
        fields: COST_FIELDS,
        save: page => entities.save(page.map(toCostEntity)),
        removeOthers: refs => entities.removeOthers(refs),
        signal,
      }),
  });
}
