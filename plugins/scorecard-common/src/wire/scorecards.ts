import { fieldMessagesSchema } from '@atrium/common';
import { fileProblemSchema, nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import {
  checkDefinitionSchema,
  scorecardLevelSchema,
} from '../definition/scorecardDefinition';

/** How many entities hold a level. */
export const levelCountSchema = z.object({
  level: z
    .string()
    .optional()
    .describe('Its name; absent for those that hold none.'),
  count: z.number(),
});

/** How many entities hold a level. */
export type LevelCount = z.infer<typeof levelCountSchema>;

/**
 * Whom a scorecard rates: everything, or what its owner and the groups below
 * it own, where its repository is not one that may rate everybody.
 */
export const scorecardReachSchema = z.enum(['everything', 'owned']);

/** Whom a scorecard rates. */
export type ScorecardReach = z.infer<typeof scorecardReachSchema>;

/** A scorecard, and how those it rates stand, as far as the reader sees them. */
export const scorecardSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  ownerRef: z.string(),
  levels: z
    .array(scorecardLevelSchema.extend({ title: z.string() }))
    .describe('From the lowest to the highest.'),
  checkCount: z.number(),
  canManage: z
    .boolean()
    .describe('Whether the reader may start initiatives for it.'),
  reach: scorecardReachSchema,
  source: z.string().describe('The file or address it is written in.'),
  sourceUrl: z.string().optional().describe('Its page, where it has one.'),
  version: z.number().describe('Counts up from 1 with every change.'),
  publishedAt: z.string(),
  entityCount: z.number(),
  levelCounts: z.array(levelCountSchema),
  averageScore: z.number().optional().describe('From 0 to 1.'),
  evaluatedAt: z.string().optional(),
});

/** A scorecard, and how those it rates stand. */
export type ScorecardSummary = z.infer<typeof scorecardSummarySchema>;

/** The answer of `GET /scorecards`; there are few, so they are not paged. */
export const scorecardsSchema = z.object({
  items: z.array(scorecardSummarySchema),
  totalItems: z.number(),
  problems: z
    .array(fileProblemSchema)
    .describe('What is wrong with files of scorecards that were found.'),
  hasPublicBadges: z
    .boolean()
    .describe('Whether badges are shown without a token, as READMEs need it.'),
});

/** All scorecards, and what is wrong with their files. */
export type Scorecards = z.infer<typeof scorecardsSchema>;

/** What the last 8 weeks say of a check as a rule; nothing in its first 14 days. */
export const checkVerdictSchema = z.enum([
  'always-passes',
  'always-fails',
  'flaps',
  'never-known',
]);

/** How a check does over all entities. */
export const checkHealthSchema = z.object({
  check: z.string(),
  pass: z.number(),
  fail: z.number(),
  unknown: z.number(),
  notApplicable: z.number(),
  exempt: z.number(),
  changes: z.number().describe('Of outcomes, over the last 8 weeks.'),
  verdict: checkVerdictSchema.optional(),
});

/** How a check does over all entities. */
export type CheckHealth = z.infer<typeof checkHealthSchema>;

/** A version of a scorecard. */
export const scorecardVersionSchema = z.object({
  version: z.number(),
  publishedAt: z.string(),
  commit: z.string().optional(),
  changes: z
    .array(z.string())
    .describe('In words: `Check "Has an owner": weight changed from 1 to 5`.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What changes are made of; absent of older versions.'),
  content: z.string().describe('Its document in YAML.'),
});

/** A version of a scorecard. */
export type ScorecardVersion = z.infer<typeof scorecardVersionSchema>;

/** The answer of `GET /scorecards/:name`. */
export const scorecardDetailsSchema = scorecardSummarySchema.extend({
  appliesTo: z.string(),
  checks: z.array(checkDefinitionSchema.extend({ owner: z.string() })),
  health: z.array(checkHealthSchema),
  versions: z.array(scorecardVersionSchema).describe('The newest first.'),
});

/** A scorecard with its checks. */
export type ScorecardDetails = z.infer<typeof scorecardDetailsSchema>;

/** The query of `GET /checks.csv`. */
export const checksCsvQuerySchema = z.object({ scorecard: nameSchema });

/** Whose checks are exported. */
export type ChecksCsvQuery = z.infer<typeof checksCsvQuerySchema>;
