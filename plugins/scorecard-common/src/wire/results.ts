import { entityRefSchema, pageQuerySchema, repeated } from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { effortSchema } from '../definition/scorecardDefinition';
import { factTypeSchema, factValueSchema } from '../facts/factDescription';
import { checkOutcomeSchema } from '../level/checkOutcome';

/** How much a result says. */
export const resultDetailSchema = z.enum(['summary', 'checks', 'evidence']);

/** The query of `GET /results`, and of `GET /results.csv` without paging. */
export const resultQuerySchema = pageQuerySchema.extend({
  entityRef: repeated(entityRefSchema, 100).optional(),
  scorecard: nameSchema.optional(),
  ownerRef: entityRefSchema
    .optional()
    .describe('A group with all groups below it, or a person.'),
  systemRef: entityRefSchema.optional(),
  level: nameSchema
    .or(z.literal(''))
    .optional()
    .describe('Empty for those that hold none; needs `scorecard`.'),
  check: nameSchema.optional().describe('Needs `scorecard` and `outcome`.'),
  outcome: checkOutcomeSchema.optional().describe('Of `check`.'),
  text: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['entity', 'level', 'score', '-level', '-score']).optional(),
  detail: resultDetailSchema
    .optional()
    .describe('`evidence` where one `entityRef` is given, else `summary`.'),
});

/** Which results to list. */
export type ResultQuery = Partial<z.output<typeof resultQuerySchema>>;

/** One fact that decided about a check. */
export const factEvidenceSchema = z.object({
  fact: z.string().describe('As expressions name it: `slo.count`.'),
  title: z.string(),
  type: factTypeSchema,
  unit: z.string().optional(),
  state: z
    .enum(['fresh', 'stale', 'missing'])
    .describe('Only fresh facts count.'),
  value: factValueSchema.optional().describe('Absent where it is missing.'),
  provider: z.string().describe('The title of where it comes from.'),
  observedAt: z.string().optional(),
  url: z.string().optional(),
});

/** One fact that decided about a check. */
export type FactEvidence = z.infer<typeof factEvidenceSchema>;

/** The exemption that makes a check exempt. */
export const grantedExemptionSchema = z.object({
  id: z.string(),
  reason: z.string(),
  until: z.string(),
});

/** How an entity does in one check. */
export const checkResultSchema = z.object({
  check: z.string(),
  title: z.string(),
  category: z.string().optional(),
  level: z.string().optional(),
  weight: z.number(),
  effort: effortSchema,
  outcome: checkOutcomeSchema,
  isCounted: z.boolean().describe('False while the check is announced only.'),
  countsFrom: z.string().optional(),
  since: z.string().describe('Since when the outcome is this.'),
  reason: z.string().optional().describe('Why the outcome is unknown.'),
  exemption: grantedExemptionSchema.optional(),
  evidence: z.array(factEvidenceSchema).optional(),
  description: z.string().optional(),
  fix: z
    .object({
      text: z.string().describe('Markdown, for this entity.'),
      file: z
        .string()
        .optional()
        .describe('The path of a file that can be handed over.'),
    })
    .optional(),
});

/** How an entity does in one check. */
export type CheckResult = z.infer<typeof checkResultSchema>;

/** How an entity stands in a scorecard. */
export const entityResultSchema = z.object({
  scorecard: z.string(),
  scorecardTitle: z.string(),
  entityRef: z.string(),
  entityTitle: z.string().optional(),
  ownerRefs: z.array(z.string()),
  systemRefs: z.array(z.string()),
  level: z
    .string()
    .optional()
    .describe('Its name; absent where the entity holds none.'),
  rank: z
    .number()
    .optional()
    .describe('Of the level, from 1; 0 for none; absent where none can be.'),
  score: z.number().optional().describe('From 0 to 1, of what is known.'),
  pass: z.number(),
  fail: z.number(),
  unknown: z.number(),
  exempt: z.number(),
  notApplicable: z.number(),
  evaluatedAt: z.string(),
  ratedSince: z
    .string()
    .optional()
    .describe('When it was rated first; then the level was no change.'),
  levelSince: z.string().optional(),
  checks: z
    .array(checkResultSchema)
    .optional()
    .describe('With `detail` checks or evidence, in the order of the file.'),
});

/** How an entity stands in a scorecard. */
export type EntityResult = z.infer<typeof entityResultSchema>;
