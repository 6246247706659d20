import { mirrorEntities } from '@atrium/backend-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityStore } from '../database/EntityStore';
import type { FactStore } from '../database/FactStore';
import type { FactRegistry } from '../facts/FactRegistry';
import { RATED_FIELDS, toRatedEntity } from './toRatedEntity';

interface EntitiesTaskOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  entities: EntityStore;
  facts: FactStore;
  logger: LoggerService;
  registry: FactRegistry;
}

/** Locations say where entities come from, and nobody rates people. */
const KINDS = [
  'api',
  'component',
  'domain',
  'group',
  'resource',
  'system',
  'template',
];

/** Keeps the entities that can be rated as they are in the catalog. */
export class EntitiesTask {
  readonly #options: EntitiesTaskOptions;

  constructor(options: EntitiesTaskOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { entities, facts, logger, registry } = this.#options;
    await mirrorEntities({
      ...this.#options,
      kinds: KINDS,
      fields: RATED_FIELDS,
      save: page => entities.save(page.map(toRatedEntity)),
      async removeOthers(refs) {
        const removedCount = await entities.removeOthers(refs);
        if (removedCount > 0) {
          logger.info('Entities are rated no more', { removedCount });
        }
      },
      signal,
    });
    await facts.syncProviders(registry.list());
  }
}
