import { z } from 'zod';

/** A name in lower case with dashes, of at most 63 characters. */
export const nameSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'must have lower-case letters, digits and dashes only, at most 63',
  );

/** What every document that a team writes for the portal says of itself. */
export const documentMetadataSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1).max(100).optional(),
  description: z.string().max(2000).optional(),
});
