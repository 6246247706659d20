import type { ScopeOptions } from '@atrium/backend-common';
import {
  parseEntityRef,
  RELATION_CONSUMES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE_SIZE = 500;
const NAME_FIELDS = ['kind', 'metadata.namespace', 'metadata.name'];

/** Which APIs a caller may see, which is what the catalog shows them. */
export class ApiVisibility {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  /**
   * Makes sure that the caller may see an API.
   *
   * @throws NotFoundError, since a hidden API must not be told from none
   */
  async check(entityRef: string, options: ScopeOptions): Promise<void> {
    const [visible] = await this.filter([entityRef], options);
    if (visible === undefined) {
      throw new NotFoundError(`No API '${entityRef}'`);
    }
  }

  /** Those of many APIs that the caller may see, by one query. */
  async filter(entityRefs: string[], options: ScopeOptions): Promise<string[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: NAME_FIELDS },
      options,
    );
    return entityRefs.filter((_, index) => items[index] !== undefined);
  }

  /** The APIs that are owned by any of some owners. */
  async ownedBy(ownerRefs: string[], options: ScopeOptions): Promise<string[]> {
    const refs = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'api', 'relations.ownedBy': ownerRefs },
        fields: NAME_FIELDS,
        pageSize: PAGE_SIZE,
      },
      options,
    );
    for await (const entities of pages) {
      for (const entity of entities) {
        refs.add(stringifyEntityRef(entity));
      }
    }
    return [...refs];
  }

  /** The APIs that components of any of some owners consume. */
  async consumedBy(
    ownerRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    const refs = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'component', 'relations.ownedBy': ownerRefs },
        fields: [...NAME_FIELDS, 'relations'],
        pageSize: PAGE_SIZE,
      },
      options,
    );
    for await (const entities of pages) {
      for (const { type, targetRef } of entities.flatMap(
        entity => entity.relations ?? [],
      )) {
        if (type === RELATION_CONSUMES_API) {
          refs.add(stringifyEntityRef(parseEntityRef(targetRef)));
        }
      }
    }
    return [...refs];
  }
}
