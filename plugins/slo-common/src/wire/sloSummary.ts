import { z } from 'zod';
import { sloStateSchema } from '../budget/sloState';
import {
  budgetingMethodSchema,
  sloDefinitionSchema,
  sloWindowSchema,
} from '../definition/sloDefinition';
import { objectiveStatusSchema } from './objectiveStatus';

/** One SLO in a list. */
export const sloSummarySchema = z.object({
  id: z.string().describe('Identifies it here; opaque, fit for a path.'),
  name: z.string(),
  displayName: z.string().optional(),
  description: z.string().optional(),
  service: z.string(),
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  systemRef: z.string().optional(),
  budgetingMethod: budgetingMethodSchema,
  window: sloWindowSchema,
  sourceTypes: z.array(z.string()),
  isComposite: z.boolean(),
  state: sloStateSchema.describe(
    'The worst of its objectives, and of all together.',
  ),
  objectives: z.array(objectiveStatusSchema),
  composite: objectiveStatusSchema
    .optional()
    .describe('Of a composite SLO: all objectives together.'),
  evaluatedAt: z.string().optional().describe('Absent before the first time.'),
  isStale: z
    .boolean()
    .describe(
      'Whether its file has problems now and this is the last version without.',
    ),
  sourceProblem: z
    .string()
    .optional()
    .describe('Why its source gave no data the last time.'),
  warnings: z
    .array(z.string())
    .describe('Such as: its bad events have never been seen.'),
});

/** One SLO in a list. */
export type SloSummary = z.infer<typeof sloSummarySchema>;

/** Where the definition of an SLO stands. */
export const sloOriginSchema = z.object({
  url: z.string().describe('The file, for people.'),
  revision: z.string().optional(),
  since: z.string().describe('When this version began to count.'),
});

/** One SLO with all there is to say about what it measures. */
export const sloDetailsSchema = sloSummarySchema.extend({
  definition: sloDefinitionSchema,
  origin: sloOriginSchema,
});

/** One SLO with all there is to say about what it measures. */
export type SloDetails = z.infer<typeof sloDetailsSchema>;

/** How the SLOs of one entity stand together. */
export const entitySloStatusSchema = z.object({
  entityRef: z.string(),
  slos: z.number().describe('How many it has; 0 when it has none.'),
  state: sloStateSchema.describe('The worst one.'),
  states: z.partialRecord(sloStateSchema, z.number()),
  budgetRemaining: z
    .number()
    .optional()
    .describe('The least of all objectives that have one.'),
  lowestCoverage: z
    .number()
    .optional()
    .describe('The least of all objectives; absent before the first tick.'),
  slosWithAlerts: z
    .number()
    .describe(
      'Of how many somebody is told when any objective burns its budget too fast: by their alert policies, or by the windows that the portal watches without one.',
    ),
  firingAlerts: z.number(),
  fileProblems: z.number(),
  lastDataAt: z.string().optional(),
});

/** How the SLOs of one entity stand together. */
export type EntitySloStatus = z.infer<typeof entitySloStatusSchema>;
