import { z } from 'zod';

/** The answer of `POST /claims/holders`, which other plugins ask. */
export const objectHoldersSchema = z.object({
  holders: z
    .array(z.string())
    .describe('Refs of the entities that an object is proven to belong to.'),
});

/** The entities that an object is proven to belong to. */
export type ObjectHolders = z.infer<typeof objectHoldersSchema>;
