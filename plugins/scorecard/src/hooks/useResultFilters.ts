import { z } from 'zod';
import {
  checkOutcomeSchema,
  type ResultQuery,
} from '@atrium/plugin-scorecard-common';
import { type AddressChanges, useAddressState, useTableSort } from '@atrium/ui';

/** In the address, what holds no level; no level can be called that. */
export const NO_LEVEL_VALUE = '-';

const SORTS = ['entity', 'level', 'score', '-level', '-score'] as const;

const filtersSchema = z.object({
  owner: z.string().optional(),
  system: z.string().optional(),
  level: z.string().optional(),
  check: z.string().optional(),
  outcome: checkOutcomeSchema.default('fail'),
  text: z.string().optional(),
});

/** The filters of the services of a scorecard, as they stand in its address. */
export type ResultFilters = z.infer<typeof filtersSchema>;

/** What to set; undefined takes a filter away. */
export type ResultFilterChanges = AddressChanges<typeof filtersSchema>;

/** The filters stand in the address, so that a link shows the same. */
export const useResultFilters = () => useAddressState(filtersSchema);

/** What the backend is asked by the filters and the sort of the address. */
export function useResultQuery(
  scorecard: string,
  filters: ResultFilters,
): ResultQuery {
  const { sort } = useTableSort();
  const wanted = `${sort?.isDescending ? '-' : ''}${sort?.columnId}`;
  const { owner, system, level, check, outcome, text } = filters;
  return {
    scorecard,
    ownerRef: owner,
    systemRef: system,
    level: level === NO_LEVEL_VALUE ? '' : level,
    check,
    outcome: check ? outcome : undefined,
    text,
    sort: SORTS.find(known => known === wanted),
  };
}
