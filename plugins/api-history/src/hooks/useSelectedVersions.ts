import { useAddressState } from '@atrium/ui';
import { z } from 'zod';

const versionNumberSchema = z.coerce.number().int().min(1).optional();

const addressSchema = z.object({
  from: versionNumberSchema,
  to: versionNumberSchema,
});

/** The two versions that are compared, kept in the address. */
export const useSelectedVersions = () => useAddressState(addressSchema);
