import { entityNotFound, type ScopeOptions } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import { RELATION_HAS_PART } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What a list is asked for, as far as it is about components. */
export interface ComponentQuery {
  entityRef?: string | string[];
  systemRef?: string;
}

/**
 * The components that a list is about: those that are named, and of these the
 * parts of a system. Undefined stands for any, and for none at all.
 *
 * @throws NotFoundError when there is no such system that one may see
 */
export async function findComponents(
  { entityRef, systemRef }: ComponentQuery,
  options: ScopeOptions & { catalog: Pick<CatalogService, 'getEntityByRef'> },
): Promise<string[] | undefined> {
  const named = entityRef === undefined ? undefined : [entityRef].flat();
  if (systemRef === undefined) {
    return named;
  }
  const { catalog, credentials } = options;
  const entity = await catalog.getEntityByRef(systemRef, { credentials });
  if (!entity) {
    throw entityNotFound(systemRef);
  }
  const parts = relationTargets(entity, RELATION_HAS_PART);
  return named ? named.filter(ref => parts.includes(ref)) : parts;
}
