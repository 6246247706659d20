import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { openSloDocumentSchema } from '../openslo/openSloDocument';
import { openSloProblemSchema } from '../openslo/openSloProblem';
import { describedSourceSchema } from './sources';

/** The most that one file may have. */
export const MAX_PROPOSAL_LENGTH = 1_000_000;

/** How a file reaches its repository. */
export const sloHandoverSchema = z.enum(['commit', 'pull-request']);

/** How a file reaches its repository. */
export type SloHandover = z.infer<typeof sloHandoverSchema>;

/** One OpenSLO file of an entity, as it is in the repository now. */
export const sloProposalFileSchema = z.object({
  path: z.string().describe('As the annotation names it.'),
  url: z.string(),
  content: z.string().describe('Empty where the file does not exist yet.'),
  base: z
    .string()
    .optional()
    .describe('The blob that is edited; absent where there is none yet.'),
});

/** One OpenSLO file of an entity, as it is in the repository now. */
export type SloProposalFile = z.infer<typeof sloProposalFileSchema>;

/** What one needs to write the SLOs of an entity, and where they would go. */
export const sloProposalDraftSchema = z.object({
  entityRef: z.string(),
  files: z.array(sloProposalFileSchema).min(1),
  repositoryUrl: z.string(),
  branch: z.string(),
  handover: sloHandoverSchema,
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
export const checkSloProposalSchema = z.strictObject({
  entityRef: entityRefSchema,
  path: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('One of the files of the entity; the first by default.'),
  content: z.string().max(MAX_PROPOSAL_LENGTH),
});

/** A file to be checked before it is handed over. */
export type CheckSloProposal = z.infer<typeof checkSloProposalSchema>;

/** The answer to `POST /proposals/check`. */
export const sloProposalCheckSchema = z.object({
  own: z
    .array(openSloProblemSchema)
    .describe('What has to be put right before it can be handed over.'),
  earlier: z
    .array(openSloProblemSchema)
    .describe(
      'What was wrong before, in documents that the change leaves as they are.',
    ),
});

/** What is wrong with a file that was written in the portal. */
export type SloProposalCheck = z.infer<typeof sloProposalCheckSchema>;

/** The body of `POST /proposals`. */
export const createSloProposalSchema = checkSloProposalSchema.extend({
  base: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('What was edited; another blob by now is a conflict.'),
  message: z.string().trim().min(1).max(5000).optional(),
});

/** A file to hand over. */
export type CreateSloProposal = z.infer<typeof createSloProposalSchema>;

/** A file that was handed over. */
export const sloProposalSchema = z.object({
  handover: sloHandoverSchema,
  url: z.string().describe('The page of the commit or pull request.'),
  commit: z.string(),
  fileUrl: z.string(),
  at: z.string().describe('By the clock of the portal.'),
});

/** A file that was handed over. */
export type SloProposal = z.infer<typeof sloProposalSchema>;
