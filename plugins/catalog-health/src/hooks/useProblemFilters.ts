import {
  type Problem,
  problemKinds,
} from '@atrium/plugin-catalog-health-common';
import { type AddressChanges, useAddressState } from '@atrium/ui';
import { z } from 'zod';

const filtersSchema = z.object({
  owner: z.string().optional(),
  kind: z.enum(problemKinds).optional(),
  repository: z.string().optional(),
});

/** The filters of the page, as they stand in its address. */
export type ProblemFilters = z.infer<typeof filtersSchema>;

/** What to set; undefined takes a filter away. */
export type ProblemFilterChanges = AddressChanges<typeof filtersSchema>;

/** The filters stand in the address, so that a link shows the same. */
export const useProblemFilters = () => useAddressState(filtersSchema);

/** Those that fit the filters. */
export function filterProblems(
  problems: Problem[],
  { owner, kind, repository }: ProblemFilters,
): Problem[] {
  return problems.filter(
    problem =>
      (owner === undefined || problem.ownerRef === owner) &&
      (kind === undefined || problem.kind === kind) &&
      (repository === undefined || problem.repository === repository),
  );
}
