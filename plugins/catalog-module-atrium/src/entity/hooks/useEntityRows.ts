import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { useEntitySummaryQuery } from '../../hooks/entitySummaryHooks';

/** So many are asked for at once. */
const LIMIT = 100;

/** The entities with these refs, each with how it is. */
export function useEntityRows(entityRefs: string[]) {
  return useEntitySummaryQuery<EntityRow[]>(
    ['rows', entityRefs],
    async (api, options) => {
      const { items } = await api.listEntities(
        { entityRef: entityRefs.slice(0, LIMIT), limit: LIMIT },
        options,
      );
      return items;
    },
    { enabled: entityRefs.length > 0, placeholderData: undefined },
  );
}
