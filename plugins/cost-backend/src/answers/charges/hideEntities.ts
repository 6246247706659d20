import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';

/** Takes the names of entities that somebody may not see out of a list. */
export async function hideEntities<T extends { entityRef?: string }>(
  items: T[],
  options: ScopeOptions & {
    visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
  },
): Promise<T[]> {
  const { visible } = options;
  if (await visible.canSeeAll(options)) {
    return items;
  }
  const refs = items.flatMap(({ entityRef }) => entityRef ?? []);
  const seen = new Set(await visible.filter(refs, options));
  return items.map(item =>
    item.entityRef === undefined || seen.has(item.entityRef)
      ? item
      : { ...item, entityRef: undefined },
  );
}
