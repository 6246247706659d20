import { z } from 'zod';
import {
  isLive,
  type ResourceQuery,
  resourceStateSchema,
} from '@atrium/plugin-provisioning-common';
import { type AddressChanges, useAddressState } from '@atrium/ui';

const filtersSchema = z.object({
  text: z.string().optional(),
  type: z.string().optional(),
  environment: z.string().optional(),
  owner: z.string().optional(),
  system: z.string().optional(),
  state: resourceStateSchema.optional(),
  drift: z.literal('yes').optional(),
});

/** The filters of the list, as they stand in its address. */
export type ResourceFilters = z.infer<typeof filtersSchema>;

/** What to set; undefined takes a filter away. */
export type ResourceFilterChanges = AddressChanges<typeof filtersSchema>;

/** The filters stand in the address, so that a link shows the same. */
export const useResourceFilters = () => useAddressState(filtersSchema);

const LIVE_STATES = resourceStateSchema.options.filter(isLive);

/** The filters as the backend is asked: what is gone is shown to who asks for it. */
export function toResourceQuery(filters: ResourceFilters): ResourceQuery {
  const { drift, owner, state, system, text, ...others } = filters;
  return {
    ...others,
    ownerRef: owner,
    systemRef: system,
    ...(text && { text }),
    ...(drift && { hasDrift: 'true' }),
    state: state ?? LIVE_STATES,
    sort: 'name',
  };
}
