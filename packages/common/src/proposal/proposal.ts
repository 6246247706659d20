import { z } from 'zod';

/** The most letters that one file may have. */
export const MAX_PROPOSAL_LENGTH = 1_000_000;

/** How a file reaches its repository. */
export const handoverSchema = z.enum(['commit', 'pull-request']);

/** A file that can be written, as it is in the repository now. */
export const proposalFileSchema = z.object({
  path: z.string().describe('As people name it.'),
  url: z.string(),
  content: z.string().describe('Empty where the file does not exist yet.'),
  base: z
    .string()
    .optional()
    .describe('The blob that is edited; absent where there is none yet.'),
});

/** A file that can be written, as it is in the repository now. */
export type ProposalFile = z.infer<typeof proposalFileSchema>;

/** The files that can be written, and how a change would reach them. */
export const proposalDraftSchema = z.object({
  files: z.array(proposalFileSchema).min(1),
  repositoryUrl: z.string(),
  branch: z.string(),
  handover: handoverSchema,
  isRefused: z
    .boolean()
    .optional()
    .describe(
      'True where the repository takes no pull requests, and nothing from whoever asks.',
    ),
});

/** The files that can be written, and how a change would reach them. */
export type ProposalDraft = z.infer<typeof proposalDraftSchema>;

/** A file to be checked before it is handed over. */
export const checkProposalSchema = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('One of the files of the draft; the first by default.'),
  content: z.string().max(MAX_PROPOSAL_LENGTH),
});

/** A file to be checked before it is handed over. */
export type CheckProposal = z.infer<typeof checkProposalSchema>;

/** A file to hand over. */
export const createProposalSchema = checkProposalSchema.extend({
  base: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('What was edited; another blob by now is a conflict.'),
  message: z.string().trim().min(1).max(5000).optional(),
});

/** A file to hand over. */
export type CreateProposal = z.infer<typeof createProposalSchema>;

/** A file that was handed over. */
export const proposalSchema = z.object({
  handover: handoverSchema,
  url: z.string().describe('The page of the commit or pull request.'),
  commit: z.string(),
  fileUrl: z.string(),
  at: z.string().describe('By the clock of the portal.'),
});

/** A file that was handed over. */
export type Proposal = z.infer<typeof proposalSchema>;
