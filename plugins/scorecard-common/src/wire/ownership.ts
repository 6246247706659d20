import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** The body of `POST /ownership-confirmations`. */
export const confirmOwnershipSchema = z.strictObject({
  entityRef: entityRefSchema,
});

/** Somebody of the owner of an entity said that it is still theirs. */
export const ownershipConfirmationSchema = z.object({
  entityRef: z.string(),
  ownerRef: z.string().describe('Whose it was then.'),
  confirmedBy: z.string().describe('The person, as an entity ref.'),
  confirmedAt: z.string(),
});

/** Somebody of the owner of an entity said that it is still theirs. */
export type OwnershipConfirmation = z.infer<typeof ownershipConfirmationSchema>;
