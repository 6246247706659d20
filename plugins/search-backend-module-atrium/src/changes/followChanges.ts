import { onEntitiesChanged } from '@atrium/backend-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { ApiDefinitionCollatorFactory } from '../apis/ApiDefinitionCollatorFactory';
import type { DocumentStore } from '../engine/DocumentStore';
import { EntityCollatorFactory } from '../entities/EntityCollatorFactory';
import type { DocumentSource } from './DocumentSource';
import { IndexCheck } from './IndexCheck';

interface FollowChangesOptions {
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
  store: DocumentStore;
}

/**
 * Has entities and what stands in APIs found seconds after they came or changed,
 * and no more soon after they went.
 */
export async function followChanges(
  options: FollowChangesOptions,
): Promise<void> {
  const { scheduler, store } = options;
  const entities = new EntityCollatorFactory(options);
  const sources: DocumentSource[] = [
    entities,
    new ApiDefinitionCollatorFactory(options),
  ];
  // Two, so that an entity does not wait for definitions that take long.
  for (const source of sources) {
    await onEntitiesChanged({
      ...options,
      id: `search-${source.type}`,
      kinds: source.kinds,
      handle: refs => store.replaceOfEntities(refs, source),
    });
  }
  const check = new IndexCheck({
    countDocuments: () => store.count(entities.type),
    countEntities: () => entities.countEntities(),
    scheduler,
  });
  await scheduler.scheduleTask({
    id: 'search-index-check',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 10 },
    timeout: { minutes: 1 },
    fn: () => check.run(),
  });
}
