import { Readable } from 'node:stream';
import { readEntitiesByRef } from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import type { DocumentSource } from '../changes/DocumentSource';
import { DOCUMENT_FIELDS, entityDocument } from './entityDocument';
import type { EntityDocument } from './entityDocument';

interface EntityCollatorOptions {
  auth: AuthService;
  catalog: CatalogService;
}

/** Its generated names are nothing to search for. */
const LEFT_OUT_KIND = 'location';

/**
 * Documents of entities.
 *
 * @remarks A filter by kind would have the catalog look at all entities before
 * the page for each page of them, so that what is left out is left out here.
 */
export class EntityCollatorFactory
  implements DocumentCollatorFactory, DocumentSource
{
  readonly type = 'software-catalog';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: EntityCollatorOptions;

  constructor(options: EntityCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collate());
  }

  async readDocuments(entityRefs: string[]): Promise<EntityDocument[]> {
    const { auth, catalog } = this.#options;
    // The index holds everything; each result is authorised when it is read.
    const credentials = await auth.getOwnServiceCredentials();
    const entities = await readEntitiesByRef(entityRefs, {
      catalog,
      credentials,
      fields: DOCUMENT_FIELDS,
    });
    return [...entities.values()].filter(isSearched).map(entityDocument);
  }

  /** How many entities have a document. */
  async countEntities(): Promise<number> {
    const { auth, catalog } = this.#options;
    const { facets } = await catalog.getEntityFacets(
      { facets: ['kind'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return facets.kind
      .filter(({ value }) => isSearched({ kind: value }))
      .reduce((sum, { count }) => sum + count, 0);
  }

  async *#collate(): AsyncGenerator<EntityDocument> {
    const { auth, catalog } = this.#options;
    const pages = catalog.streamEntities(
      { fields: DOCUMENT_FIELDS },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      yield* page.filter(isSearched).map(entityDocument);
    }
  }
}

function isSearched({ kind }: Pick<Entity, 'kind'>): boolean {
  return kind.toLocaleLowerCase('en-US') !== LEFT_OUT_KIND;
}
