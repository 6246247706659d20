import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** How many entities one question may name. */
export const MAX_SUMMARY_REFS = 500;

/** The body of `POST /docs-summaries/by-entity`. */
export const docsSummariesQuerySchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).max(MAX_SUMMARY_REFS),
});

/** How the documentation of one entity is. */
export interface DocsSummary {
  entityRef: string;
  /** When it was last found built and up to date, ISO 8601, UTC. */
  checkedAt?: string;
  /** Why the last attempt failed, if it did. */
  error?: string;
  /** What the published site is like; absent where there is none. */
  site?: {
    pages: number;
    /** Links, anchors and images that lead nowhere. */
    brokenLinks: number;
    /** Everything that its owner should look at, broken links among it. */
    warnings: number;
    /** When a page was changed last; absent where its host did not say. */
    changedAt?: string;
  };
}
