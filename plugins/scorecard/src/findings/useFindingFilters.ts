import { z } from 'zod';
import {
  findingKindSchema,
  type FindingQuery,
  findingSeveritySchema,
  findingStateSchema,
} from '@atrium/plugin-scorecard-common';
import { type AddressChanges, useAddressState } from '@atrium/ui';

const filtersSchema = z.object({
  owner: z.string().optional(),
  system: z.string().optional(),
  severity: findingSeveritySchema.optional(),
  kind: findingKindSchema.optional(),
  state: findingStateSchema.default('open'),
  scanner: z.string().optional(),
  overdue: z.enum(['true']).optional(),
  text: z.string().optional(),
  finding: z.string().optional(),
});

/** The filters of a list of findings, and the one that is open. */
export type FindingFilters = z.infer<typeof filtersSchema>;

/** What to set; undefined takes a filter away. */
export type FindingFilterChanges = AddressChanges<typeof filtersSchema>;

/** They stand in the address, so that a link shows the same. */
export const useFindingFilters = () => useAddressState(filtersSchema);

/** What shows everything that is open again. */
export const NO_FILTERS: FindingFilterChanges = {
  owner: undefined,
  system: undefined,
  severity: undefined,
  kind: undefined,
  state: undefined,
  scanner: undefined,
  overdue: undefined,
  text: undefined,
};

/** Whether a list is narrower than what it shows by itself. */
export const isNarrowed = (filters: FindingFilters): boolean =>
  filters.state !== 'open' ||
  [
    filters.owner,
    filters.system,
    filters.severity,
    filters.kind,
    filters.scanner,
    filters.overdue,
    filters.text,
  ].some(value => value !== undefined);

/** What the backend is asked by the filters; of one entity, or of all. */
export function toFindingQuery(
  filters: FindingFilters,
  entityRef: string | undefined,
): FindingQuery {
  const { owner, system, severity, kind, state, scanner } = filters;
  return {
    entityRef: entityRef === undefined ? undefined : [entityRef],
    ownerRef: owner,
    systemRef: system,
    severity: severity && [severity],
    kind: kind && [kind],
    state: [state],
    tool: scanner,
    overdue: filters.overdue,
    text: filters.text,
  };
}
