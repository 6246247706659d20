import { z } from 'zod';

/** How many objects one question to `POST /claims/holders` may name. */
export const MAX_HOLDER_OBJECTS = 100;

/** The answer of `POST /claims/holders`, which other plugins ask. */
export const objectHoldersSchema = z.object({
  items: z
    .array(
      z.object({
        holders: z
          .array(z.string())
          .describe('Refs of the entities that it is proven to belong to.'),
      }),
    )
    .describe('For each object, in the order asked.'),
});

/** The entities that objects are proven to belong to. */
export type ObjectHolders = z.infer<typeof objectHoldersSchema>;
