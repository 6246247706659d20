import { useSearchParams } from 'react-router-dom';
import { type SloState, sloStateSchema } from '@atrium/plugin-slo-common';

/** What the list can be sorted by; urgency when nobody chose. */
export const SLO_SORTS = ['urgency', 'budget', 'burn', 'name'] as const;

/** What the list is sorted by. */
export type SloSort = (typeof SLO_SORTS)[number];

/** The filters of the page, as they stand in its address. */
export interface SloFilters {
  owner?: string;
  system?: string;
  state?: SloState;
  sort: SloSort;
}

/** What to set; undefined takes a filter away. */
export type SloFilterChanges = Partial<
  Record<keyof SloFilters, string | undefined>
>;

/** The filters stand in the address, so that a link shows the same. */
export function useSloFilters() {
  const [params, setParams] = useSearchParams();
  const state = sloStateSchema.safeParse(params.get('state'));
  const filters: SloFilters = {
    owner: params.get('owner') ?? undefined,
    system: params.get('system') ?? undefined,
    state: state.data,
    sort: SLO_SORTS.find(sort => sort === params.get('sort')) ?? 'urgency',
  };
  return {
    filters,
    set(changes: SloFilterChanges) {
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      );
    },
  };
}
