import {
  type EntityPasses,
  mirrorEntities,
  readEntitiesByRef,
} from '@atrium/backend-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityStore } from '../database/EntityStore';
import { KEPT_FIELDS, KEPT_KINDS, toKeptEntity } from './toKeptEntity';

interface EntityMirrorOptions {
  auth: AuthService;
  catalog: Pick<
    CatalogService,
    'getEntitiesByRefs' | 'queryEntities' | 'streamEntities'
  >;
  entities: EntityStore;
  entityPasses: EntityPasses;
  logger: LoggerService;
  /** Told which entities are new or changed. */
  onChanged(entityRefs: string[]): void;
}

/** What nobody tells of, and no count shows, is found this late. */
const QUIET_MS = 60 * 60_000;

/** Keeps the rows of entities as these are in the catalog. */
export class EntityMirror {
  readonly #options: EntityMirrorOptions;
  /** When a pass over all last found nothing new. */
  #settledAt: number | undefined;

  constructor(options: EntityMirrorOptions) {
    this.#options = options;
  }

  /**
   * Reads all there are, unless that found nothing new within the last hour and
   * there are still as many: nobody tells of entities that are removed. While the
   * catalog fills, or where a change was missed, the next pass reads again.
   */
  async keepUp(signal?: AbortSignal): Promise<void> {
    const isQuiet =
      this.#settledAt !== undefined &&
      Date.now() - this.#settledAt < QUIET_MS &&
      (await this.#hasSameNumber());
    if (!isQuiet) {
      const changed = await this.readAll(signal);
      this.#settledAt = changed === 0 ? Date.now() : undefined;
    }
  }

  async #hasSameNumber(): Promise<boolean> {
    const { auth, catalog, entities } = this.#options;
    const { totalItems } = await catalog.queryEntities(
      { filter: { kind: KEPT_KINDS }, limit: 0 },
      // What is kept does not depend on who looks.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems === (await entities.count());
  }

  /**
   * Reads all there are, and forgets the others.
   *
   * @returns how many rows came, changed or went
   */
  async readAll(signal?: AbortSignal): Promise<number> {
    const { entities, logger, onChanged } = this.#options;
    const since = await entities.now();
    let count = 0;
    await mirrorEntities({
      ...this.#options,
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
