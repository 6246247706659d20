import {
  changeProblemsSchema,
  checkProposalSchema,
  createProposalSchema,
  entityRefSchema,
  proposalDraftSchema,
} from '@atrium/common';
import { z } from 'zod';
import { openSloDocumentSchema } from '../openslo/openSloDocument';
import { openSloProblemSchema } from '../openslo/openSloProblem';
import { describedSourceSchema } from './sources';

/** What one needs to write the SLOs of an entity, and where they would go. */
export const sloProposalDraftSchema = proposalDraftSchema.extend({
  entityRef: z.string(),
  annotates: z
    .string()
    .optional()
    .describe(
      'The file that is given the annotation as well, where the entity has none yet.',
    ),
  sharedDocuments: z
    .array(openSloDocumentSchema)
    .describe(
      'What the config of the portal shares, without connections: they may hold secrets.',
    ),
  sources: z
    .array(describedSourceSchema)
    .describe('Those that this portal has, the most general first.'),
});

/** What one needs to write the SLOs of an entity, and where they would go. */
export type SloProposalDraft = z.infer<typeof sloProposalDraftSchema>;

/** The query of `GET /proposals`. */
export const sloProposalQuerySchema = z.object({ entityRef: entityRefSchema });

/** The body of `POST /proposals/check`. */
export const checkSloProposalSchema = checkProposalSchema.extend(
  sloProposalQuerySchema.shape,
);

/** A file to be checked before it is handed over. */
export type CheckSloProposal = z.infer<typeof checkSloProposalSchema>;

/** The answer to `POST /proposals/check`. */
export const sloProposalCheckSchema =
  changeProblemsSchema(openSloProblemSchema);

/** What is wrong with a file that was written in the portal. */
export type SloProposalCheck = z.infer<typeof sloProposalCheckSchema>;

/** The body of `POST /proposals`. */
export const createSloProposalSchema = createProposalSchema.extend(
  sloProposalQuerySchema.shape,
);

/** A file to hand over. */
export type CreateSloProposal = z.infer<typeof createSloProposalSchema>;
