import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

interface RepositoryEntitiesOptions {
  auth: AuthService;
  catalog: CatalogService;
}

const MAX_ENTITIES = 50;

/** Knows what in the catalog comes from a repository. */
export class RepositoryEntities {
  readonly #options: RepositoryEntitiesOptions;

  constructor(options: RepositoryEntitiesOptions) {
    this.#options = options;
  }

  /** Some of its entities, with their relations only. */
  async list(repositoryUrl: string): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.queryEntities(
      {
        query: {
          'metadata.annotations.backstage.io/managed-by-location': {
            $hasPrefix: `url:${repositoryUrl}/`,
          },
        },
        fields: ['kind', 'relations'],
        limit: MAX_ENTITIES,
      },
      // A team hears of its files, whoever may see what is in them.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }
}
