import type { FilterOption } from '@atrium/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { nameOfRef } from '../results/SearchHit';

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
      return {
        owners: toOptions(readRefs(OWNED_BY)),
        systems: toOptions(
          readRefs(PART_OF).filter(ref => ref.startsWith('system:')),
        ),
      };
    },
  });
}

function toOptions(refs: string[]): FilterOption[] {
  return refs
    .map(ref => ({ value: ref, label: shortName(ref) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** The namespace counts only where it is not the usual one. */
function shortName(ref: string): string {
  return ref.includes(':default/')
    ? nameOfRef(ref)
    : ref.slice(ref.indexOf(':') + 1);
}
