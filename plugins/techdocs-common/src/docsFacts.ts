import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';
import { toPagePath } from './pagePath';

/**
 * What the Markdown engine publishes beside a site as `atrium_docs.json`. Its
 * meaning is described where it is written, in the engine's `docsFacts.ts`.
 */
export const docsFactsFile = 'atrium_docs.json';

/** Addresses come from repositories, so only those a browser may follow pass. */
const linkSchema = z
  .url({ protocol: /^https?$/ })
  .optional()
  .catch(undefined);

const warningSchema = z.object({
  kind: z.string(),
  page: z.string().optional(),
  line: z.number().optional(),
  message: z.string(),
  /** What the message is made of; sites that were built earlier do not say. */
  messages: fieldMessagesSchema.optional().catch(undefined),
});

const pageSchema = z.object({
  path: z.string(),
  title: z.string(),
  sourcePath: z.string(),
  editUrl: linkSchema,
  lastUpdated: z.iso.datetime({ offset: true }).optional(),
  commit: z
    .object({
      id: z.string(),
      shortId: z.string().optional(),
      url: linkSchema,
      author: z.string().optional(),
      message: z.string().optional(),
    })
    .optional(),
  words: z.number(),
  minutes: z.number(),
});

/** The shape of the file. */
export const docsFactsSchema = z.object({
  version: z.literal(1),
  builtAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
  warnings: z.array(warningSchema),
  pages: z.array(pageSchema),
});

/**
 * `techdocs_metadata.json` says whether the file is there: the engine by a
 * field of its own, TechDocs by the list of published files.
 */
export const publishedFactsSchema = z.union([
  z.object({ atrium: z.object({ facts: z.literal(true) }) }),
  z.object({
    files: z.array(z.string()).refine(files => files.includes(docsFactsFile)),
  }),
]);

/** What the engine knows about a site. */
export type DocsFacts = z.infer<typeof docsFactsSchema>;
/** What it knows about one page. */
export type DocsPageFacts = z.infer<typeof pageSchema>;
/** What the owner of a site should look at. */
export type DocsWarning = z.infer<typeof warningSchema>;

/** Facts of the page that is shown at `path` of the site. */
export function findPage(
  facts: DocsFacts,
  path: string,
): DocsPageFacts | undefined {
  const wanted = toPagePath(path);
  return facts.pages.find(page => toPagePath(page.path) === wanted);
}
