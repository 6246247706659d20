import { z } from 'zod';
import type { Page } from './page';

/** As many as are of use to a person. */
const MAX_NAMED = 20;

/** Entities of a question about several that the answer leaves out. */
export const skippedRefsSchema = z.object({
  count: z.number(),
  entityRefs: z
    .array(z.string())
    .describe(
      `The first ${MAX_NAMED} of them. They do not exist, or may not be seen.`,
    ),
});

/** Entities of a question about several that the answer leaves out. */
export type SkippedRefs = z.infer<typeof skippedRefsSchema>;

/** A page of what belongs to entities, and which of these it leaves out. */
export interface ScopedPage<T> extends Page<T> {
  skipped: SkippedRefs;
}

/** Counts refs, and names the first of them. */
export function toSkippedRefs(entityRefs: string[]): SkippedRefs {
  return {
    count: entityRefs.length,
    entityRefs: entityRefs.slice(0, MAX_NAMED),
  };
}
