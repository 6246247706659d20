import { entityRefSchema } from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { levelCountSchema } from './scorecards';

const weeks = z.coerce.number<number>().int().min(1).max(53).default(12);

/** The query of `GET /report`. */
export const reportQuerySchema = z.object({
  scorecard: nameSchema,
  groupBy: z.enum(['owner', 'system']).default('owner'),
  ownerRef: entityRefSchema
    .optional()
    .describe('A group with all groups below it.'),
  systemRef: entityRefSchema.optional(),
  weeks,
});

/** Which report to make. */
export type ReportQuery = Partial<z.output<typeof reportQuerySchema>> & {
  scorecard: string;
};

/** The query of `GET /report.csv`. */
export const reportCsvQuerySchema = reportQuerySchema.extend({
  table: z
    .enum(['groups', 'weeks', 'movers'])
    .default('groups')
    .describe('Which part of the report.'),
});

/** Which part of a report to write as CSV. */
export type ReportCsvQuery = ReportQuery &
  Partial<Pick<z.output<typeof reportCsvQuerySchema>, 'table'>>;

/** How many held which level at an instant. */
export const levelsAtSchema = z.object({
  at: z.string(),
  levelCounts: z.array(levelCountSchema),
  averageScore: z.number().optional(),
});

/** How many held which level at an instant. */
export type LevelsAt = z.infer<typeof levelsAtSchema>;

/** How a team or a system stands, and how it moved over the weeks. */
export const reportGroupSchema = z.object({
  ref: z.string().optional().describe('Absent for what belongs to none.'),
  entityCount: z.number(),
  levelCounts: z.array(levelCountSchema),
  averageScore: z.number().optional(),
  scoreChange: z
    .number()
    .optional()
    .describe('Against the first week, from -1 to 1.'),
});

/** How a team or a system stands. */
export type ReportGroup = z.infer<typeof reportGroupSchema>;

/** An entity whose level changed. */
export const moverSchema = z.object({
  entityRef: z.string(),
  entityTitle: z.string().optional(),
  ownerRefs: z.array(z.string()),
  from: z
    .string()
    .optional()
    .describe('The name of the level; none if absent.'),
  to: z.string().optional(),
  direction: z.enum(['up', 'down']),
  at: z.string(),
  checks: z
    .array(z.string())
    .describe('The titles of the checks whose outcome changed with it.'),
});

/** An entity whose level changed. */
export type Mover = z.infer<typeof moverSchema>;

/** The answer of `GET /report`. */
export const reportSchema = z.object({
  scorecard: z.string(),
  weeks: z.array(levelsAtSchema).describe('One for each week, and now.'),
  groups: z.array(reportGroupSchema),
  movers: z.array(moverSchema).describe('At most 100, the latest first.'),
  hiddenGroups: z
    .number()
    .describe('Teams that asked to be left out of leaderboards.'),
});

/** How the organisation, or a part of it, stands and moved. */
export type Report = z.infer<typeof reportSchema>;

/** The query of `GET /history`: how one entity stood over time. */
export const historyQuerySchema = z.object({
  entityRef: entityRefSchema,
  scorecard: nameSchema,
  weeks,
});

/** How one entity stood from an instant on. */
export const historyPointSchema = z.object({
  at: z.string(),
  isRated: z.boolean().describe('False from when on it was rated no more.'),
  level: z.string().optional(),
  score: z.number().optional(),
  changedChecks: z.array(
    z.object({ check: z.string(), title: z.string(), outcome: z.string() }),
  ),
});

/** The answer of `GET /history`, the oldest first. */
export const historySchema = z.object({ items: z.array(historyPointSchema) });

/** How one entity stood over time. */
export type ScorecardHistory = z.infer<typeof historySchema>;
