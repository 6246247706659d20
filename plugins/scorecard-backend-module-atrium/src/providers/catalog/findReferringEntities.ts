import { readEntitiesByRef } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_API_PROVIDED_BY,
  RELATION_HAS_PART,
  RELATION_OWNER_OF,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

interface FindReferringEntitiesOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}

/** Of the kinds that facts of others depend on, by which relation to those. */
const RELATIONS: Record<string, string> = {
  api: RELATION_API_PROVIDED_BY,
  group: RELATION_OWNER_OF,
  system: RELATION_HAS_PART,
  user: RELATION_OWNER_OF,
};

/** The kinds of what others refer to, besides those that have facts themselves. */
export const OWNER_KINDS = ['group', 'user'];

/**
 * Whose facts say whether some entities are there: what they own, what is part of
 * them, and who provides them.
 */
export async function findReferringEntities(
  entityRefs: readonly string[],
  { auth, catalog }: FindReferringEntitiesOptions,
): Promise<string[]> {
  const kindOf = (ref: string) => parseEntityRef(ref).kind.toLowerCase();
  const found = await readEntitiesByRef(
    entityRefs.filter(ref => Object.hasOwn(RELATIONS, kindOf(ref))),
    {
      catalog,
      // Nobody asks: facts are kept for everybody who may see the entity.
      credentials: await auth.getOwnServiceCredentials(),
      fields: ['kind', 'metadata.namespace', 'metadata.name', 'relations'],
    },
  );
  return [...found].flatMap(([ref, entity]) =>
    relationTargets(entity, RELATIONS[kindOf(ref)]),
  );
}
