import { z } from 'zod';

/** As many as are of use to a person. */
const MAX_NAMED = 20;

/** Entities of a question about several that the answer leaves out. */
export const skippedRefsSchema = z.object({
  count: z.number(),
  entityRefs: z
    .array(z.string())
    .describe(
      `The first ${MAX_NAMED} of them. They do not exist, may not be seen, or have no components.`,
    ),
});

/** Entities of a question about several that the answer leaves out. */
export type SkippedRefs = z.infer<typeof skippedRefsSchema>;

/** Counts refs, and names the first of them. */
export function toSkippedRefs(entityRefs: string[]): SkippedRefs {
  return {
    count: entityRefs.length,
    entityRefs: entityRefs.slice(0, MAX_NAMED),
  };
}
