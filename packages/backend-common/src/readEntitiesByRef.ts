import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Who reads what of entities. */
export interface ReadEntitiesByRefOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  credentials: BackstageCredentials;
  /** All there is without it. */
  fields?: string[];
}

/** What one request to the catalog may well name. */
const BATCH = 500;

/** Entities by their refs, without those that are not there or hidden. */
export async function readEntitiesByRef(
  entityRefs: Iterable<string>,
  options: ReadEntitiesByRefOptions,
): Promise<Map<string, Entity>> {
  const { catalog, credentials, fields } = options;
  const refs = [...new Set(entityRefs)];
  const entities = new Map<string, Entity>();
  for (let start = 0; start < refs.length; start += BATCH) {
    const batch = refs.slice(start, start + BATCH);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: batch, fields },
      { credentials },
    );
    for (const [index, ref] of batch.entries()) {
      const entity = items[index];
      if (entity) {
        entities.set(ref, entity);
      }
    }
  }
  return entities;
}
