import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GoneEntityStore } from '../database/GoneEntityStore';

interface GoneEntitiesTaskOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  goneEntities: GoneEntityStore;
  logger: LoggerService;
}

/** What comes back meanwhile, such as after a mishap, still has its history. */
const GRACE_MS = 30 * 86_400_000;
const BATCH = 500;

/** Has the findings of deleted entities go, once they have been gone for 30 days. */
export class GoneEntitiesTask {
  readonly #options: GoneEntitiesTaskOptions;

  constructor(options: GoneEntitiesTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { goneEntities, logger } = this.#options;
    const now = new Date();
    await goneEntities.markGone(await this.#findGone(), now);
    const removed = await goneEntities.removeGoneBefore(
      new Date(now.getTime() - GRACE_MS),
    );
    if (removed.length > 0) {
      logger.info('Removed findings of entities that are gone', {
        entityCount: removed.length,
      });
    }
  }

  async #findGone(): Promise<string[]> {
    const { auth, catalog, goneEntities } = this.#options;
    // A task asks for nobody: what is there counts, not who may see it.
    const credentials = await auth.getOwnServiceCredentials();
    const refs = await goneEntities.listRefs();
    const gone: string[] = [];
    for (let start = 0; start < refs.length; start += BATCH) {
      const entityRefs = refs.slice(start, start + BATCH);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      gone.push(...entityRefs.filter((_, index) => !items[index]));
    }
    return gone;
  }
}
