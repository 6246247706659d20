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

/** Entities that are removed are told by nobody; a pass over all finds them. */
const QUIET_MS = 10 * 60_000;

/** Keeps the rows of entities as these are in the catalog. */
export class EntityMirror {
  readonly #options: EntityMirrorOptions;
  /** When a pass over all last found nothing new. */
  #settledAt: number | undefined;

  constructor(options: EntityMirrorOptions) {
    this.#options = options;
  }

  /**
   * Reads all there are, unless that found nothing new a short while ago. While
   * the catalog fills, or where a change was missed, the next pass reads again.
   */
  async keepUp(signal?: AbortSignal): Promise<void> {
    if (
      this.#settledAt === undefined ||
      Date.now() - this.#settledAt >= QUIET_MS
    ) {
      const changed = await this.readAll(signal);
      this.#settledAt = changed === 0 ? Date.now() : undefined;
    }
  }

  /**
   * Reads all there are, and forgets the others.
   *
   * @returns how many rows came, changed or went
   */
  async readAll(signal?: AbortSignal): Promise<number> {
    const { auth, catalog, entities, logger, onChanged } = this.#options;
    const since = await entities.now();
    let count = 0;
    await mirrorEntities({
      auth,
      catalog,
      kinds: KEPT_KINDS,
      fields: KEPT_FIELDS,
      async save(page) {
        const changed = await entities.save(page.map(toKeptEntity));
        count += changed.length;
        onChanged(changed);
      },
      async removeOthers(refs) {
        const removedCount = await entities.removeOthers(refs, since);
        if (removedCount > 0) {
          count += removedCount;
          logger.info('Entities are listed no more', { removedCount });
        }
      },
      signal,
    });
    return count;
  }

  /** Reads some again: they changed, or may be gone. */
  async read(entityRefs: string[]): Promise<void> {
    const { auth, catalog, entities, onChanged } = this.#options;
    try {
      const found = await readEntitiesByRef(entityRefs, {
        catalog,
        // What is kept does not depend on who looks.
        credentials: await auth.getOwnServiceCredentials(),
        fields: KEPT_FIELDS,
      });
      onChanged(await entities.save([...found.values()].map(toKeptEntity)));
      await entities.remove(entityRefs.filter(ref => !found.has(ref)));
    } catch (error) {
      this.#settledAt = undefined;
      throw error;
    }
  }
}
