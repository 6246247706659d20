import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What {@link ExistingEntities} asks. */
export interface ExistingEntitiesOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}

/** Tells what the catalog has, whoever may see it. */
export class ExistingEntities {
  readonly #options: ExistingEntitiesOptions;

  constructor(options: ExistingEntitiesOptions) {
    this.#options = options;
  }

  /** Those of some entities that exist, once each, in order. */
  async filter(entityRefs: readonly string[]): Promise<string[]> {
    const refs = [...new Set(entityRefs)];
    if (refs.length === 0) {
      return [];
    }
    const { auth, catalog } = this.#options;
    // What is there counts here, and not who may see it: nobody is told of it.
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind'] },
      { credentials },
    );
    return refs.filter((_, index) => items[index] !== undefined);
  }
}
