import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What {@link mirrorEntities} keeps, and where. */
export interface MirrorEntitiesOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  /** In lower case. */
  kinds: string[];
  /** What is needed of an entity, beside kind, namespace and name. */
  fields: string[];
  save(entities: Entity[]): Promise<void>;
  /** Told the refs of all there are; not called where that is none. */
  removeOthers(entityRefs: string[]): Promise<void>;
  /** Ends it, and nothing is removed. */
  signal?: AbortSignal;
}

/**
 * Keeps what a plugin needs of the entities as it is in the catalog, for work that
 * runs in the background: it sees every entity, whoever may.
 */
export async function mirrorEntities(
  options: MirrorEntitiesOptions,
): Promise<void> {
  const { auth, catalog, fields, kinds, removeOthers, save, signal } = options;
  // What is kept does not depend on who looks.
  const credentials = await auth.getOwnServiceCredentials();
  const refs: string[] = [];
  const pages = catalog.streamEntities(
    {
      filter: { kind: kinds },
      fields: ['kind', 'metadata.namespace', 'metadata.name', ...fields],
    },
    { credentials },
  );
  for await (const page of pages) {
    if (signal?.aborted) {
      return;
    }
    await save(page);
    refs.push(...page.map(entity => stringifyEntityRef(entity)));
  }
  // A catalog that has not answered yet has not lost everything.
  if (refs.length > 0) {
    await removeOthers(refs);
  }
}
