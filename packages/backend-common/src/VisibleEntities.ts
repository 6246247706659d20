import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ScopeOptions } from './ScopeOptions';
import { UserCache } from './UserCache';

/** What {@link VisibleEntities} asks. */
export interface VisibleEntitiesOptions {
  catalog: CatalogService;
  permissions: PermissionsService;
}

/** What one request to the catalog may well name. */
const BATCH = 500;

/** Tells which entities somebody may see, without reading all of the catalog. */
export class VisibleEntities {
  readonly #options: VisibleEntitiesOptions;
  readonly #decisions = new UserCache<boolean>();

  constructor(options: VisibleEntitiesOptions) {
    this.#options = options;
  }

  /**
   * Whether somebody may see every entity. Then what a plugin has about entities
   * that exist needs no filter for them.
   */
  async canSeeAll(options: ScopeOptions): Promise<boolean> {
    return this.#decisions.get('all', options.credentials, async () => {
      const [{ result }] = await this.#options.permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        options,
      );
      return result === AuthorizeResult.ALLOW;
    });
  }

  /**
   * Those of some entities that may be seen, in order, where what is asked for them
   * is nothing for those that do not exist: who may see all is not asked about each.
   */
  async filterKnown(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    return (await this.canSeeAll(options))
      ? entityRefs
      : this.filter(entityRefs, options);
  }

  /** Those of some entities that exist and may be seen, once each, in order. */
  async filter(entityRefs: string[], options: ScopeOptions): Promise<string[]> {
    const refs = [...new Set(entityRefs)];
    const visible: string[] = [];
    for (let start = 0; start < refs.length; start += BATCH) {
      const batch = refs.slice(start, start + BATCH);
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        {
          entityRefs: batch,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        options,
      );
      visible.push(...batch.filter((_, index) => items[index] !== undefined));
    }
    return visible;
  }
}
