import type { DocsSummary } from '@atrium/plugin-techdocs-node';
import { z } from 'zod';

/** What of the facts beside the pages of a site is summed up. */
const factsSchema = z.object({
  warnings: z.array(z.object({ kind: z.string() })),
  pages: z.array(z.object({ lastUpdated: z.string().optional() })),
});

const BROKEN = ['broken-link', 'broken-anchor', 'missing-image'];

/**
 * Sums up the facts beside the pages of a site.
 *
 * @returns undefined for what are no such facts, as of another engine
 */
export function summarizeDocs(facts: unknown): DocsSummary['site'] | undefined {
  const parsed = factsSchema.safeParse(facts);
  if (!parsed.success) {
    return undefined;
  }
  const { warnings, pages } = parsed.data;
  const changes = pages.flatMap(({ lastUpdated }) => lastUpdated ?? []).sort();
  return {
    pages: pages.length,
    brokenLinks: warnings.filter(({ kind }) => BROKEN.includes(kind)).length,
    warnings: warnings.length,
    changedAt: changes.at(-1),
  };
}
