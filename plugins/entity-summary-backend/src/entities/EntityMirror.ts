import { mirrorEntities, readEntitiesByRef } from '@atrium/backend-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityStore } from '../database/EntityStore';
import { KEPT_FIELDS, KEPT_KINDS, toKeptEntity } from './toKeptEntity';

interface EntityMirrorOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'streamEntities'>;
  entities: EntityStore;
  logger: LoggerService;
  /** Told which entities are new or changed. */
  onChanged(entityRefs: string[]): void;
}

/** Keeps the rows of entities as these are in the catalog. */
export class EntityMirror {
  readonly #options: EntityMirrorOptions;

  constructor(options: EntityMirrorOptions) {
    this.#options = options;
  }

  /** Reads all there are, and forgets the others. */
  async readAll(signal?: AbortSignal): Promise<void> {
    const { auth, catalog, entities, logger, onChanged } = this.#options;
    const since = await entities.now();
    await mirrorEntities({
      auth,
      catalog,
      kinds: KEPT_KINDS,
      fields: KEPT_FIELDS,
      save: async page =>
        onChanged(await entities.save(page.map(toKeptEntity))),
      async removeOthers(refs) {
        const removedCount = await entities.removeOthers(refs, since);
        if (removedCount > 0) {
          logger.info('Entities are listed no more', { removedCount });
        }
      },
      signal,
    });
  }

  /** Reads some again: they changed, or may be gone. */
  async read(entityRefs: string[]): Promise<void> {
    const { auth, catalog, entities, onChanged } = this.#options;
    const found = await readEntitiesByRef(entityRefs, {
      catalog,
      // What is kept does not depend on who looks.
      credentials: await auth.getOwnServiceCredentials(),
      fields: KEPT_FIELDS,
    });
    onChanged(await entities.save([...found.values()].map(toKeptEntity)));
    await entities.remove(entityRefs.filter(ref => !found.has(ref)));
  }
}
