import { ENTITIES_CHANGED_TOPIC, hashJson } from '@atrium/backend-common';
import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';

interface ChangedEntitiesOptions {
  events: Pick<EventsService, 'publish'>;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
}

const HASH_KEY = 'hash';
const DELAY_MS = 500;
const MAX_REFS = 500;

/**
 * Tells other plugins which entities came or changed, so that none of them has to
 * read the whole catalog to find out. An entity that is processed again and is
 * the same as before is not told of.
 */
export class ChangedEntities implements CatalogProcessor {
  readonly #options: ChangedEntitiesOptions;
  #refs = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ChangedEntitiesOptions) {
    this.#options = options;
    options.lifecycle.addShutdownHook(() => this.#publish());
  }

  getProcessorName(): string {
    return 'ChangedEntities';
  }

  async postProcessEntity(
    entity: Entity,
    ...[, , cache]: [LocationSpec, CatalogProcessorEmit, CatalogProcessorCache]
  ): Promise<Entity> {
    const hash = hashJson(entity);
    const isKnown = (await cache.get<string>(HASH_KEY)) === hash;
    // What is not set again is forgotten.
    await cache.set(HASH_KEY, hash);
    if (!isKnown) {
      this.#refs.add(stringifyEntityRef(entity));
      this.#timer ??= setTimeout(() => {
        void this.#publish();
      }, DELAY_MS);
    }
    return entity;
  }

  async #publish(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const refs = [...this.#refs];
    this.#refs = new Set();
    try {
      while (refs.length > 0) {
        await this.#options.events.publish({
          topic: ENTITIES_CHANGED_TOPIC,
          eventPayload: { entityRefs: refs.splice(0, MAX_REFS) },
        });
      }
    } catch (error) {
      // Readers find what changed with their next full pass.
      this.#options.logger.warn('Changed entities were not told of', {
        error: stringifyError(error),
      });
    }
  }
}
