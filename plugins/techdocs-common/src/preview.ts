import { entityRefSchema, MAX_PROPOSAL_LENGTH } from '@atrium/common';
import { z } from 'zod';

/** A page to look at: the body of `POST /page-previews`. */
export const createPreviewSchema = z.strictObject({
  entityRef: entityRefSchema.describe('The entity that the site belongs to.'),
  page: z
    .string()
    .max(500)
    .regex(/^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\p{Cc}]+\.md$/u, {
      message: 'must be the path of a Markdown file, such as docs/how-to.md',
    }),
  content: z.string().max(MAX_PROPOSAL_LENGTH),
});

/** A page to look at. */
export type CreatePreview = z.infer<typeof createPreviewSchema>;

/** A page as the portal would show it. */
export interface PagePreview {
  /** What stands in the article of the page, sanitised. */
  html: string;
  /** The stylesheet that a site has. */
  stylesheet: string;
}
