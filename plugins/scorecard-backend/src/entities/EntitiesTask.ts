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
    const { auth, catalog, entities, facts, logger, registry } = this.#options;
    // What is rated does not depend on who looks.
    const credentials = await auth.getOwnServiceCredentials();
    const refs: string[] = [];
    const pages = catalog.streamEntities(
      { filter: { kind: KINDS }, fields: RATED_FIELDS },
      { credentials },
    );
    for await (const page of pages) {
      if (signal?.aborted) {
        return;
      }
      const rated = page.map(toRatedEntity);
      await entities.save(rated);
      refs.push(...rated.map(({ entityRef }) => entityRef));
    }
    // A catalog that has not answered yet has not lost everything.
    if (refs.length > 0) {
      const removedCount = await entities.removeOthers(refs);
      if (removedCount > 0) {
        logger.info('Entities are rated no more', { removedCount });
      }
    }
    await facts.syncProviders(registry.list());
  }
}
