import { z } from 'zod';
import type { SkippedRefs } from '@atrium/common';

/** The four metrics, in the order they are shown. */
export const doraMetricNameSchema = z.enum([
  'deploymentFrequency',
  'leadTime',
  'changeFailureRate',
  'timeToRestore',
]);

/** One of the four metrics. */
export type DoraMetricName = z.infer<typeof doraMetricNameSchema>;

/** Why something that was seen is not part of a number. */
export const doraExclusionReasonSchema = z.enum([
  // Deployments
  'rollback',
  'redeployment',
  'rollback-of-nothing',
  'unknown-commit',
  // Changes
  'not-deployed-yet',
  'change-clock-skew',
  // Incidents
  'not-after-deployment',
  'not-restored-yet',
  'incident-clock-skew',
]);

/** Why something that was seen is not part of a number. */
export type DoraExclusionReason = z.infer<typeof doraExclusionReasonSchema>;

/** What was left out of a number. */
export const doraExclusionSchema = z.object({
  reason: doraExclusionReasonSchema,
  of: z.enum(['deployments', 'changes', 'incidents']),
  count: z.number(),
});

/** What was left out of a number. */
export type DoraExclusion = z.infer<typeof doraExclusionSchema>;

/** Where a value stands among the answers that DORA offers and counts. */
export const doraBandSchema = z.object({
  label: z.string(),
  rank: z.number().describe('1 is best.'),
  of: z.number().describe('How many bands there are.'),
});

/** Where a value stands among the answers that DORA offers and counts. */
export type DoraBand = z.infer<typeof doraBandSchema>;

/** Where lead times begin: not every emitter tells when work began. */
export const leadTimeStartSchema = z.object({
  at: z.enum(['first-commit', 'opening', 'merge']),
  count: z.number(),
});

/** Where lead times begin, and how many do there. */
export type LeadTimeStart = z.infer<typeof leadTimeStartSchema>;

const weekSchema = z.object({
  weekStart: z.string().describe('The Monday, YYYY-MM-DD, UTC.'),
  sampleSize: z.number(),
  value: z.number().optional().describe('Absent when there is no sample.'),
});

const common = {
  unit: z.enum(['per-day', 'seconds', 'ratio']),
  sampleSize: z.number().describe('What the value was computed from.'),
  excluded: z.array(doraExclusionSchema),
  trend: z.array(weekSchema).describe('Every week of the period.'),
};

/** One metric over a period. */
export const doraMetricSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('measured'),
    ...common,
    value: z
      .number()
      .describe(
        'Deployments per day, the median of seconds, or failed by all deployments.',
      ),
    p50: z
      .number()
      .optional()
      .describe('Frequency: of the deployments per day of each week.'),
    p90: z.number().optional(),
    starts: z
      .array(leadTimeStartSchema)
      .optional()
      .describe('Lead time: what its samples are measured from.'),
    band: doraBandSchema,
  }),
  z.object({
    status: z.literal('not-measured'),
    ...common,
    reason: z.enum([
      'no-deployments',
      'no-deployed-changes',
      'no-failures',
      'not-restored',
    ]),
  }),
]);

/** One metric over a period. */
export type DoraMetric = z.infer<typeof doraMetricSchema>;

/** The four metrics of a set of entities over a period. */
export const doraReportSchema = z.object({
  entityRef: z
    .string()
    .optional()
    .describe('What was asked about; absent for the whole organisation.'),
  from: z.string().describe('The first day begins, UTC.'),
  to: z.string().describe('The last day has ended, UTC.'),
  entities: z.number().describe('Components that were looked at.'),
  entitiesWithData: z.number().describe('Of these, with a number at all.'),
  firstDay: z
    .string()
    .optional()
    .describe('The earliest day with data in the period.'),
  computedAt: z
    .string()
    .optional()
    .describe('When the oldest of the figures behind this was computed.'),
  pendingEntities: z
    .number()
    .describe('Entities with newer events that are not counted yet.'),
  definition: z.object({
    leadTimeFrom: z.enum(['first-commit', 'merge']),
    restoreOf: z.enum(['failed-deployments', 'all-incidents']),
    failureWindowHours: z.number(),
    bands: z.string().describe('The report that the bands are taken from.'),
  }),
  metrics: z.object({
    deploymentFrequency: doraMetricSchema,
    leadTime: doraMetricSchema,
    changeFailureRate: doraMetricSchema,
    timeToRestore: doraMetricSchema,
  }),
});

/** The four metrics of a set of entities over a period. */
export type DoraReport = z.infer<typeof doraReportSchema>;

/** The metrics of several sets of entities side by side, without trends. */
export interface DoraComparison {
  /** In the order asked. */
  items: DoraReport[];
  skipped: SkippedRefs;
}
