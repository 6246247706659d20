import {
  checkProposalSchema,
  createProposalSchema,
  entityRefSchema,
  proposalDraftSchema,
} from '@atrium/common';
import { z } from 'zod';

/** Has an entity publish its documentation, and says from where. */
export const TECHDOCS_REF_ANNOTATION = 'backstage.io/techdocs-ref';

const subject = {
  entityRef: entityRefSchema.describe('The entity that the site belongs to.'),
  page: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'The Markdown file of a published page, such as docs/how-to.md. Without it, the first page of an entity that has no documentation.',
    ),
};

/** What is written: the query of `GET /proposals`. */
export const docsProposalQuerySchema = z.strictObject(subject);

/** What is written. */
export type DocsProposalSubject = z.infer<typeof docsProposalQuerySchema>;

/** A page to be checked: the body of `POST /proposals/check`. */
export const checkDocsProposalSchema = checkProposalSchema.extend(subject);

/** A page to be checked. */
export type CheckDocsProposal = z.infer<typeof checkDocsProposalSchema>;

/** A page to hand over: the body of `POST /proposals`. */
export const createDocsProposalSchema = createProposalSchema.extend(subject);

/** A page to hand over. */
export type CreateDocsProposal = z.infer<typeof createDocsProposalSchema>;

const draftSchema = proposalDraftSchema.extend({
  entityRef: z.string(),
  title: z.string().describe('Of the page, or of the entity.'),
  path: z.string().optional().describe('Of the page inside its site.'),
  suggestion: z
    .string()
    .optional()
    .describe('What a first page may say; absent where there is a page.'),
  alsoChanges: z
    .array(z.string())
    .describe('Files that the same change writes, as people name them.'),
});

/** What is in the repository, and what an editor needs to know beside it. */
export type DocsProposalDraft = z.infer<typeof draftSchema>;
