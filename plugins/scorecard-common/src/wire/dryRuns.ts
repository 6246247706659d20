import { entityRefSchema } from '@atrium/common';
import { fileProblemSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { MAX_EXPRESSION_LENGTH } from '../definition/scorecardDefinition';
import { checkOutcomeSchema } from '../level/checkOutcome';
import { levelsAtSchema, moverSchema } from './report';
import { factEvidenceSchema } from './results';
import { scorecardReachSchema } from './scorecards';

/** The body of `POST /dry-runs`. */
export const createDryRunSchema = z.strictObject({
  content: z.string().max(1_000_000).describe('One scorecard in YAML.'),
  reach: scorecardReachSchema
    .default('everything')
    .describe('Of a new one; `owned` in a repository of a team.'),
  weeks: z
    .number()
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe('How far back to try it on the facts as they were.'),
});

/** A scorecard to try without publishing it. */
export type CreateDryRun = z.input<typeof createDryRunSchema>;

/** What would come of a check. */
export const dryRunCheckSchema = z.object({
  check: z.string(),
  title: z.string(),
  pass: z.number(),
  fail: z.number(),
  unknown: z.number(),
  notApplicable: z.number(),
  exempt: z.number(),
  nowPass: z.number().describe('Of those that fail as it is published.'),
  nowFail: z.number().describe('Of those that pass as it is published.'),
  examples: z
    .array(
      z.object({
        entityRef: z.string(),
        outcome: checkOutcomeSchema,
        reason: z.string().optional(),
      }),
    )
    .describe('Up to 20 entities that fail or are unknown.'),
});

/** What would come of a check. */
export type DryRunCheck = z.infer<typeof dryRunCheckSchema>;

/** How a team would move. */
export const dryRunTeamSchema = z.object({
  ownerRef: z.string(),
  up: z.number(),
  down: z.number(),
});

/** The answer to `POST /dry-runs`: nothing was changed. */
export const dryRunSchema = z.object({
  problems: z
    .array(fileProblemSchema)
    .describe('Where there are any, nothing was tried.'),
  entityCount: z.number(),
  checks: z.array(dryRunCheckSchema),
  before: levelsAtSchema.optional().describe('As it is published.'),
  after: levelsAtSchema.optional(),
  teams: z.array(dryRunTeamSchema).describe('Those whose services would move.'),
  movers: z.array(moverSchema).describe('At most 100.'),
  backtest: z
    .array(levelsAtSchema)
    .describe('What the draft would have said, week by week, oldest first.'),
  backtestFrom: z
    .string()
    .optional()
    .describe('Since when facts are kept, where that is less than asked.'),
});

/** What would come of a scorecard. */
export type DryRun = z.infer<typeof dryRunSchema>;

/** The body of `POST /expressions`: one expression, tried while it is written. */
export const tryExpressionSchema = z.strictObject({
  expression: z.string().max(MAX_EXPRESSION_LENGTH),
  appliesTo: z.string().max(MAX_EXPRESSION_LENGTH).optional(),
  entityRef: entityRefSchema
    .optional()
    .describe('Shows what comes of it for this one.'),
});

/** The answer to `POST /expressions`. */
export const triedExpressionSchema = z.object({
  problem: z
    .object({
      message: z.string(),
      from: z.number().optional().describe('The first character, from 0.'),
      to: z.number().optional().describe('The one after the last.'),
    })
    .optional(),
  facts: z.array(z.string()).describe('That it names: `slo.count`.'),
  pass: z.number(),
  fail: z.number(),
  unknown: z.number(),
  notApplicable: z.number(),
  entity: z
    .object({
      outcome: checkOutcomeSchema,
      reason: z.string().optional(),
      evidence: z.array(factEvidenceSchema),
    })
    .optional(),
});

/** What an expression comes to. */
export type TriedExpression = z.infer<typeof triedExpressionSchema>;
