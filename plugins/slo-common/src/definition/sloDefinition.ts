import { z } from 'zod';
import { durationSchema } from './duration';
import { PARTS_PER_BILLION } from './partsPerBillion';

const labelsSchema = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
);

const metadata = {
  name: z.string(),
  displayName: z.string().optional(),
  labels: labelsSchema,
  annotations: z.record(z.string(), z.string()),
};

/** Any JSON that a source gives a meaning to. */
const freeFormSchema = z.record(z.string(), z.json());

/** Where a query is asked: a DataSource, or only its type. */
export const sloQuerySchema = z.object({
  sourceType: z
    .string()
    .describe('In lower case, as sources register: prometheus, push …'),
  sourceName: z
    .string()
    .optional()
    .describe('The DataSource, where the query names one.'),
  sourceOrigin: z
    .enum(['file', 'config', 'default'])
    .describe(
      'Where the connection comes from: a DataSource in the file of the team, one in the config of the portal, or what the source does without.',
    ),
  spec: freeFormSchema,
});

/** One query of an indicator. */
export type SloQuery = z.infer<typeof sloQuerySchema>;

const indicatorMetadata = {
  ...metadata,
  description: z.string().optional(),
};

/** What is measured: a ratio of counts, a ready ratio, or a value. */
export const sloIndicatorSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ratio'),
    ...indicatorMetadata,
    isCounter: z
      .boolean()
      .describe(
        'Whether the metrics only grow, or are counts of their minute.',
      ),
    numerator: z.enum(['good', 'bad']),
    events: sloQuerySchema.describe(
      'The good or bad events, as numerator says.',
    ),
    total: sloQuerySchema,
  }),
  z.object({
    kind: z.literal('raw'),
    ...indicatorMetadata,
    rawType: z.enum(['success', 'failure']),
    isCounter: z.boolean().optional(),
    raw: sloQuerySchema,
  }),
  z.object({
    kind: z.literal('threshold'),
    ...indicatorMetadata,
    query: sloQuerySchema,
  }),
]);

/** What is measured. */
export type SloIndicator = z.infer<typeof sloIndicatorSchema>;

/** How a value is compared. */
export const comparisonSchema = z.enum(['lte', 'gte', 'lt', 'gt']);

/** How a value is compared. */
export type Comparison = z.infer<typeof comparisonSchema>;

const partsPerBillion = z.number().int().min(0).max(PARTS_PER_BILLION);

/** One target of an SLO. */
export const sloObjectiveSchema = z.object({
  id: z
    .string()
    .describe(
      'Stable within the SLO: from its display name, or else its place in the list.',
    ),
  displayName: z.string().optional(),
  target: z.number().min(0).lt(1),
  targetPpb: partsPerBillion.describe(
    'The target in parts per billion, exact.',
  ),
  op: comparisonSchema.optional().describe('With a threshold indicator only.'),
  value: z.number().optional().describe('With a threshold indicator only.'),
  timeSliceTarget: z.number().optional().describe('With Timeslices only.'),
  timeSliceTargetPpb: partsPerBillion.optional(),
  timeSliceWindowMinutes: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('With Timeslices and RatioTimeslices.'),
  indicator: sloIndicatorSchema
    .optional()
    .describe('Of a composite SLO; otherwise the SLO has it.'),
  compositeWeight: z.number().positive(),
  compositeWeightPpb: z
    .number()
    .int()
    .positive()
    .describe('The weight in billionths, exact.'),
});

/** One target of an SLO. */
export type SloObjective = z.infer<typeof sloObjectiveSchema>;

/** The time over which a target has to hold. */
export const sloWindowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rolling'), duration: durationSchema }),
  z.object({
    kind: z.literal('calendar'),
    duration: durationSchema,
    startTime: z
      .string()
      .describe('`YYYY-MM-DD hh:mm:ss`, by the clocks of the time zone.'),
    timeZone: z.string().describe('A name of the IANA time zone database.'),
  }),
]);

/** The time over which a target has to hold. */
export type SloWindow = z.infer<typeof sloWindowSchema>;

/** Whom an alert policy tells. */
export const sloNotificationTargetSchema = z.object({
  ...indicatorMetadata,
  target: z.string().describe('For example slack, email or webhook.'),
});

/** Whom an alert policy tells. */
export type SloNotificationTarget = z.infer<typeof sloNotificationTargetSchema>;

/** When an alert policy alerts. */
export const sloAlertConditionSchema = z.object({
  ...indicatorMetadata,
  severity: z.string(),
  op: comparisonSchema.describe('How the burn rate compares to the threshold.'),
  threshold: z.number().describe('A burn rate.'),
  lookbackMinutes: z.number().int().positive(),
  shortWindowMinutes: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('A second window that has to burn as fast.'),
  alertAfterMinutes: z.number().int().min(0),
});

/** When an alert policy alerts. */
export type SloAlertCondition = z.infer<typeof sloAlertConditionSchema>;

/** When to alert, and whom; without a condition, by the four windows. */
export const sloAlertPolicySchema = z.object({
  ...indicatorMetadata,
  alertWhenBreaching: z.boolean(),
  alertWhenResolved: z.boolean(),
  alertWhenNoData: z.boolean(),
  condition: sloAlertConditionSchema.optional(),
  notificationTargets: z.array(sloNotificationTargetSchema),
});

/** When to alert, and whom. */
export type SloAlertPolicy = z.infer<typeof sloAlertPolicySchema>;

/** A DataSource that stands in the file of the SLO itself. */
export const sloDataSourceSchema = z.object({
  ...indicatorMetadata,
  type: z.string(),
  connectionDetails: z.union([freeFormSchema, z.array(z.json())]),
});

/** A DataSource that stands in the file of the SLO itself. */
export type SloDataSource = z.infer<typeof sloDataSourceSchema>;

/** How the budget is counted. */
export const budgetingMethodSchema = z.enum([
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
]);

/** How the budget is counted. */
export type BudgetingMethod = z.infer<typeof budgetingMethodSchema>;

/** An SLO with all references resolved, as JSON. */
export const sloDefinitionSchema = z.object({
  ...indicatorMetadata,
  service: z.string(),
  indicator: sloIndicatorSchema
    .optional()
    .describe('Absent when the SLO is composite: its objectives have them.'),
  budgetingMethod: budgetingMethodSchema,
  window: sloWindowSchema,
  objectives: z.array(sloObjectiveSchema).min(1),
  alertPolicies: z.array(sloAlertPolicySchema),
  dataSources: z
    .array(sloDataSourceSchema)
    .describe(
      'Those of its own file. Connections from the config of the portal may hold secrets and are never part of a definition.',
    ),
  minimumEvents: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('From the annotation; the portal has a default.'),
});

/** An SLO with all references resolved, as JSON. */
export type SloDefinition = z.infer<typeof sloDefinitionSchema>;
