import { z } from 'zod';
import { useAddressState } from '@atrium/ui';

const filtersSchema = z.object({
  owner: z.string().optional(),
  system: z.string().optional(),
});

/** The filters stand in the address, so that a link shows the same. */
export const useAgreementFilters = () => useAddressState(filtersSchema);
