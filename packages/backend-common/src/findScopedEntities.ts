import { type SkippedRefs, toSkippedRefs } from '@atrium/common';
import { isError } from '@backstage/errors';
import type { EntityScope } from './EntityScope';
import type { ScopeOptions } from './ScopeOptions';

/**
 * The entities that all of some conditions mean: each is an entity that may
 * stand for others, a list of such, or nothing. Without any, all entities.
 * What does not exist or is hidden means no entity, and is counted.
 */
export async function findScopedEntities(
  scope: Pick<EntityScope, 'getEntities'>,
  conditions: (string | string[] | undefined)[],
  options: ScopeOptions,
): Promise<{ entityRefs: string[]; skipped: SkippedRefs }> {
  const given = conditions.filter(condition => condition !== undefined);
  if (given.length === 0) {
    return {
      entityRefs: await scope.getEntities(undefined, options),
      skipped: toSkippedRefs([]),
    };
  }
  const unknown = new Set<string>();
  const findMembers = async (ref: string) => {
    try {
      return await scope.getEntities(ref, options);
    } catch (error) {
      // The error would name an entity that one may not see.
      if (isError(error) && error.name === 'NotFoundError') {
        unknown.add(ref);
        return [];
      }
      throw error;
    }
  };
  const [first, ...others] = await Promise.all(
    given.map(async condition => {
      const found = await Promise.all([condition].flat().map(findMembers));
      return new Set(found.flat());
    }),
  );
  return {
    entityRefs: [...first].filter(ref => others.every(other => other.has(ref))),
    skipped: toSkippedRefs([...unknown]),
  };
}
