import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityPasses, EntityReader } from './EntityPasses';

/** What {@link mirrorEntities} keeps, and where. */
export interface MirrorEntitiesOptions extends EntityReader {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  entityPasses: EntityPasses;
  /** Told the refs of all there are; not called where that is none. */
  removeOthers(entityRefs: string[]): Promise<void>;
}

/** What a ref is made of. */
export const ENTITY_REF_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
];

/**
 * Keeps what a plugin needs of the entities as it is in the catalog, for work that
 * runs in the background: it sees every entity, whoever may. Its signal ends it, and
 * nothing is removed.
 */
export async function mirrorEntities(
  options: MirrorEntitiesOptions,
): Promise<void> {
  const { auth, catalog, entityPasses, removeOthers, save, signal } = options;
  // What is kept does not depend on who looks.
  const credentials = await auth.getOwnServiceCredentials();
  const refs: string[] = [];
  await entityPasses.read(
    {
      ...options,
      async save(page) {
        await save(page);
        refs.push(...page.map(entity => stringifyEntityRef(entity)));
      },
    },
    ({ kinds, fields }) =>
      catalog.streamEntities(
        {
          filter: { kind: kinds },
          fields: fields && [...ENTITY_REF_FIELDS, ...fields],
        },
        { credentials },
      ),
  );
  // A catalog that has not answered yet has not lost everything.
  if (refs.length > 0 && !signal?.aborted) {
    await removeOthers(refs);
  }
}
