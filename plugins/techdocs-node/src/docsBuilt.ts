import { z } from 'zod';

/** The topic on which it is told that documentation was built anew. */
export const DOCS_BUILT_TOPIC = 'atrium.docs-built';

/** What is told on {@link DOCS_BUILT_TOPIC}. */
export const docsBuiltEventSchema = z.object({
  entityRef: z.string().describe('Whose documentation it is.'),
});
