import {
  checkProposalSchema,
  createProposalSchema,
  entityRefSchema,
  proposalDraftSchema,
} from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { scorecardReachSchema } from './scorecards';

/** Whose files: those of a scorecard that is in force, or of an entity. */
const subjectShape = {
  scorecard: nameSchema.optional().describe('The one to edit.'),
  entityRef: entityRefSchema
    .optional()
    .describe('In whose repository a new one is written.'),
};

/** A scorecard, or where a new one goes; exactly one of them. */
export interface ScorecardProposalSubject {
  scorecard?: string;
  entityRef?: string;
}

function isOneOf({ scorecard, entityRef }: ScorecardProposalSubject): boolean {
  return (scorecard === undefined) !== (entityRef === undefined);
}

const oneOf = {
  message: "must be given, or 'entityRef' instead",
  path: ['scorecard'],
};

/** The query of `GET /proposals`. */
export const scorecardProposalQuerySchema = z
  .object(subjectShape)
  .refine(isOneOf, oneOf);

/** The body of `POST /proposals/check`. */
export const checkScorecardProposalSchema = checkProposalSchema
  .extend(subjectShape)
  .refine(isOneOf, oneOf);

/** A file to be checked before it is handed over. */
export type CheckScorecardProposal = z.input<
  typeof checkScorecardProposalSchema
>;

/** The body of `POST /proposals`. */
export const createScorecardProposalSchema = createProposalSchema
  .extend(subjectShape)
  .refine(isOneOf, oneOf);

/** A file to hand over. */
export type CreateScorecardProposal = z.input<
  typeof createScorecardProposalSchema
>;

/** What one needs to write a scorecard, and where it would go. */
export const scorecardProposalDraftSchema = proposalDraftSchema.extend({
  entityRef: z.string().describe('Who names the file.'),
  ownerRef: z
    .string()
    .optional()
    .describe(
      'Who owns that entity, and with that a scorecard of reach owned.',
    ),
  reach: scorecardReachSchema,
  annotates: z
    .string()
    .optional()
    .describe(
      'The file that is given the annotation as well, where the entity has none yet.',
    ),
});

/** What one needs to write a scorecard, and where it would go. */
export type ScorecardProposalDraft = z.infer<
  typeof scorecardProposalDraftSchema
>;
