import {
  changeProblemsSchema,
  checkProposalSchema,
  createProposalSchema,
  fieldMessagesSchema,
} from '@atrium/common';
import { fileProblemSchema } from '@atrium/common/yaml';
import { z } from 'zod';

/** Which files of definitions are written. */
export const definitionProposalQuerySchema = z.object({
  source: z
    .url()
    .max(2000)
    .optional()
    .describe(
      'The page of a file; those beside it are written as well. By default those of the first repository that may define.',
    ),
  newPath: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('A file that is to be written beside those that are there.'),
});

/** Which files of definitions are written. */
export type DefinitionProposalQuery = z.infer<
  typeof definitionProposalQuerySchema
>;

/** The body of `POST /proposals/check` and `POST /proposals/effects`. */
export const checkDefinitionProposalSchema = checkProposalSchema.extend(
  definitionProposalQuerySchema.shape,
);

/** A file of definitions to be checked. */
export type CheckDefinitionProposal = z.infer<
  typeof checkDefinitionProposalSchema
>;

/** The body of `POST /proposals`. */
export const createDefinitionProposalSchema = createProposalSchema.extend(
  definitionProposalQuerySchema.shape,
);

/** A file of definitions to hand over. */
export type CreateDefinitionProposal = z.infer<
  typeof createDefinitionProposalSchema
>;

const fieldChangeSchema = z.object({
  path: z.string().describe('Such as `spec.plans.small.monthlyPrice.amount`.'),
  before: z.json().optional().describe('Absent where it was not there.'),
  after: z.json().optional().describe('Absent where it is not there any more.'),
});

/** A document that a change makes, changes or removes. */
export const documentChangeSchema = z.object({
  kind: z.enum(['ResourceType', 'ResourceDefinition']),
  name: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  fields: z.array(fieldChangeSchema),
  liveCount: z.number().describe('Live resources that were made by it.'),
});

/** A document that a change makes, changes or removes. */
export type DocumentChange = z.infer<typeof documentChangeSchema>;

/** Requests that another definition would serve. */
export const matchChangeSchema = z.object({
  type: z.string(),
  class: z.string(),
  environment: z.string(),
  entityRef: z.string().optional().describe('Absent: for any component.'),
  resource: z.string().optional().describe('Absent: of any name.'),
  before: z.string().optional().describe('Absent where none served them.'),
  after: z.string().optional().describe('Absent where none would.'),
});

/** Requests that another definition would serve. */
export type MatchChange = z.infer<typeof matchChangeSchema>;

/** A live resource for which something is different from then on. */
export const affectedResourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  environment: z.string(),
  ownerRef: z.string(),
  definition: z.string(),
  effect: z.string(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What the effect is made of.'),
});

/** A live resource for which something is different from then on. */
export type AffectedResource = z.infer<typeof affectedResourceSchema>;

/** The answer to `POST /proposals/effects`. */
export const definitionEffectsSchema = z.object({
  problems: changeProblemsSchema(fileProblemSchema),
  changes: z.array(documentChangeSchema),
  matches: z.array(matchChangeSchema),
  resources: z
    .array(affectedResourceSchema)
    .describe('The first of them; all others stay as they are.'),
  resourceCount: z.number().describe('How many there are in all.'),
  blocked: z
    .array(affectedResourceSchema)
    .describe(
      'The first live resources that could not be changed any more, or not without other parameters, and why.',
    ),
  blockedCount: z.number().describe('How many of these there are in all.'),
  quotas: z
    .array(
      z.object({
        definition: z.string(),
        ownerRef: z.string(),
        used: z.number(),
        limit: z.number(),
      }),
    )
    .describe('Owners who have more than the quota would allow.'),
});

/** What a change of definitions would mean, before it is handed over. */
export type DefinitionEffects = z.infer<typeof definitionEffectsSchema>;
