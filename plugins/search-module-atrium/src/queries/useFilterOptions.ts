import { type FilterOption, readEntityTitles } from '@atrium/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

/** What results can be narrowed to; a value is the reference of it. */
export interface FilterOptions {
  owners: FilterOption[];
  systems: FilterOption[];
}

const OWNED_BY = 'relations.ownedBy';
const PART_OF = 'relations.partOf';

/** The owners and systems of the catalog. */
export function useFilterOptions() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['search', 'filter-options'],
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<FilterOptions> => {
      const { facets } = await catalogApi.getEntityFacets({
        facets: [OWNED_BY, PART_OF],
      });
      const readRefs = (facet: string) =>
        (facets[facet] ?? []).map(({ value }) => value);
      const owners = readRefs(OWNED_BY);
      const systems = readRefs(PART_OF).filter(ref =>
        ref.startsWith('system:'),
      );
      const titles = await readEntityTitles(catalogApi, [
        ...owners,
        ...systems,
      ]);
      return {
        owners: toOptions(owners, titles),
        systems: toOptions(systems, titles),
      };
    },
  });
}

function toOptions(
  refs: string[],
  titles: ReadonlyMap<string, string>,
): FilterOption[] {
  return refs
    .map(ref => ({ value: ref, label: titles.get(ref) ?? ref }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
