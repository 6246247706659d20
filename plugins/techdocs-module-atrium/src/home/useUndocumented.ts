import { useQuery } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useReadOwnerRefs } from '@atrium/ui';
import { hasDocs } from './hasDocs';

/** What a team owns that has no documentation. */
export interface Undocumented {
  /** By title. */
  entities: { entityRef: string; title: string }[];
  totalItems: number;
}

/** More than these are work for another day. */
const MAX_SHOWN = 5;

/** What the person's teams own, and could have documentation, but has none. */
export function useUndocumented() {
  const catalogApi = useApi(catalogApiRef);
  const readOwnerRefs = useReadOwnerRefs();
  return useQuery<Undocumented>({
    queryKey: ['techdocs', 'undocumented'],
    queryFn: async () => {
      const ownerRefs = await readOwnerRefs();
      if (ownerRefs.length === 0) {
        return { entities: [], totalItems: 0 };
      }
      const query: FilterPredicate = {
        $all: [
          { kind: { $in: ['component', 'system', 'api'] } },
          { 'relations.ownedBy': { $in: ownerRefs } },
          { $not: hasDocs },
        ],
      };
      const { items, totalItems } = await catalogApi.queryEntities({
        query,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
        limit: MAX_SHOWN,
        orderFields: { field: 'metadata.name', order: 'asc' },
      });
      return {
        entities: items.map(entity => ({
          entityRef: stringifyEntityRef(entity),
          title: entity.metadata.title ?? entity.metadata.name,
        })),
        totalItems,
      };
    },
  });
}
