import {
  checkProposalSchema,
  createProposalSchema,
  entityRefSchema,
  fieldMessagesSchema,
  proposalDraftSchema,
} from '@atrium/common';
import { fileProblemSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import {
  allocationRuleSchema,
  costPoolSchema,
} from '../allocation/costAllocationDefinition';
import { amountSchema, costAnswerShape, daySchema } from './terms';

/** The answer of `GET /allocation`: the rules in force, and what each does. */
export const allocationSchema = z.object({
  version: z.number().int().optional().describe('Absent without any rules.'),
  appliesFrom: daySchema.optional(),
  publishedAt: z.iso.datetime().optional(),
  source: z.string().optional().describe('The file or address.'),
  sourceUrl: z.string().optional(),
  entityRef: z.string().optional().describe('Who names the file.'),
  isRecalculating: z
    .boolean()
    .describe('Whether charges are still shown by the rules before.'),
  rules: z.array(
    allocationRuleSchema.extend({
      line: z.number().int(),
      amount: amountSchema.describe('Effective cost in the last 30 days.'),
      resourceCount: z.number().int(),
    }),
  ),
  pools: z.array(
    costPoolSchema.extend({
      amount: amountSchema.describe('Effective cost in the last 30 days.'),
      keptAmount: amountSchema.describe('Of it, what nobody has a part of.'),
    }),
  ),
  currency: z.string(),
  problems: z.array(fileProblemSchema),
});

/** The rules in force, and what each does. */
export type Allocation = z.infer<typeof allocationSchema>;

/** A line of `GET /allocation/versions`, newest first. */
export const allocationVersionSchema = z.object({
  version: z.number().int(),
  appliesFrom: daySchema.optional(),
  publishedAt: z.iso.datetime(),
  source: z.string(),
  changes: z.array(z.string()),
  messages: fieldMessagesSchema
    .optional()
    .describe('What each change is made of.'),
});

/** A version of the rules. */
export type AllocationVersion = z.infer<typeof allocationVersionSchema>;

/** The answer of `GET /allocation/versions`. */
export const allocationVersionsSchema = z.object({
  items: z.array(allocationVersionSchema),
});

/** The query of `GET /unallocated`; the current month by default. */
export const unallocatedQuerySchema = z.object({
  from: daySchema.optional(),
  to: daySchema.optional(),
  by: z
    .enum(['tag', 'resource', 'service', 'subAccount'])
    .default('resource')
    .describe('`tag` lists each tag that unallocated charges do have.'),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
});

/** The query of `GET /unallocated`. */
export type UnallocatedQuery = z.input<typeof unallocatedQuerySchema>;

/** Why an entity is suggested. */
export const unallocatedHintSchema = z
  .object({
    by: z.enum(['tag', 'namespace', 'resource-name', 'resource-word']),
    value: z
      .string()
      .describe('The name of the tag, else what is called like the entity.'),
  })
  .describe('What has the name of the suggested entity.');

/** Why an entity is suggested. */
export type UnallocatedHint = z.infer<typeof unallocatedHintSchema>;

/** What no rule allocates, largest first. */
export const unallocatedSchema = z.object({
  ...costAnswerShape,
  total: amountSchema,
  organizationTotal: amountSchema,
  items: z.array(
    z.object({
      label: z.string(),
      provider: z.string().optional(),
      serviceName: z.string().optional(),
      resourceId: z.string().optional(),
      tag: z.object({ name: z.string(), value: z.string() }).optional(),
      amount: amountSchema,
      resourceCount: z.number().int(),
      suggestion: allocationRuleSchema
        .optional()
        .describe(
          'A rule that would allocate it, where something hints at an entity.',
        ),
      hint: unallocatedHintSchema.optional(),
      match: allocationRuleSchema.shape.match.describe('What a rule matches.'),
    }),
  ),
});

/** What no rule allocates. */
export type Unallocated = z.infer<typeof unallocatedSchema>;

/**
 * The body of `POST /rule-dry-runs`: the whole file as it would be.
 *
 * @remarks The rules are tried on all days of the period, whatever day they apply
 * from. A pool counts as itself, before it is split.
 */
export const ruleDryRunSchema = z.strictObject({
  content: z.string().max(500_000),
  from: daySchema
    .optional()
    .describe('The last full month and the current one by default.'),
  to: daySchema.optional(),
});

/** The body of `POST /rule-dry-runs`. */
export type RuleDryRun = z.input<typeof ruleDryRunSchema>;

const movementShape = {
  label: z.string(),
  entityRef: z.string().optional(),
  pool: z
    .string()
    .optional()
    .describe('What the pool is called, if it is one.'),
  before: amountSchema,
  after: amountSchema,
};

/** The answer of `POST /rule-dry-runs`: what would move. */
export const ruleDryRunResultSchema = z.object({
  ...costAnswerShape,
  problems: z.array(fileProblemSchema).describe('Then there is no result.'),
  result: z
    .object({
      total: amountSchema.describe('Before and after: it never changes.'),
      moved: amountSchema.describe('What would be of somebody else.'),
      unallocated: z.object({ before: amountSchema, after: amountSchema }),
      teams: z
        .array(z.object(movementShape))
        .describe('That change, most first.'),
      entities: z
        .array(z.object(movementShape))
        .max(100)
        .describe('That change, most first.'),
      rules: z.array(
        z.object({
          name: z.string(),
          amount: amountSchema,
          resourceCount: z.number().int(),
        }),
      ),
    })
    .optional(),
});

/** What would move. */
export type RuleDryRunResult = z.infer<typeof ruleDryRunResultSchema>;

const subjectShape = {
  entityRef: entityRefSchema
    .optional()
    .describe('Where the first rules are written; else those in force.'),
};

/** The query of `GET /proposals`. */
export const costProposalQuerySchema = z.object(subjectShape);

/** The body of `POST /proposals/check`. */
export const checkCostProposalSchema = checkProposalSchema.extend(subjectShape);

/** A file to be checked before it is handed over. */
export type CheckCostProposal = z.input<typeof checkCostProposalSchema>;

/** The body of `POST /proposals`. */
export const createCostProposalSchema =
  createProposalSchema.extend(subjectShape);

/** A file to hand over. */
export type CreateCostProposal = z.input<typeof createCostProposalSchema>;

/** What one needs to write rules, and where they would go. */
export const costProposalDraftSchema = proposalDraftSchema.extend({
  entityRef: z.string().describe('Who names the file.'),
  annotates: z
    .string()
    .optional()
    .describe('The file that is given the annotation as well, if it has none.'),
});

/** What one needs to write rules, and where they would go. */
export type CostProposalDraft = z.infer<typeof costProposalDraftSchema>;
