import { z } from 'zod';
import { sloStateSchema } from '@atrium/plugin-slo-common';
import { type AddressChanges, useAddressState } from '@atrium/ui';

/** What the list can be sorted by; urgency when nobody chose. */
export const SLO_SORTS = ['urgency', 'budget', 'burn', 'name'] as const;

/** What the list is sorted by. */
export type SloSort = (typeof SLO_SORTS)[number];

const filtersSchema = z.object({
  owner: z.string().optional(),
  system: z.string().optional(),
  state: sloStateSchema.optional(),
  sort: z.enum(SLO_SORTS).default('urgency'),
});

/** The filters of the page, as they stand in its address. */
export type SloFilters = z.infer<typeof filtersSchema>;

/** What to set; undefined takes a filter away. */
export type SloFilterChanges = AddressChanges<typeof filtersSchema>;

/** The filters stand in the address, so that a link shows the same. */
export const useSloFilters = () => useAddressState(filtersSchema);
