import { fieldMessagesSchema, moneySchema } from '@atrium/common';
import { findingSeveritySchema } from '@atrium/plugin-scorecard-common';
import { sloStateSchema } from '@atrium/plugin-slo-common';
import { deliveryStatusSchema } from '@atrium/plugin-delivery-common';
import { budgetStateSchema } from '@atrium/plugin-cost-common';
import { resourceStateSchema } from '@atrium/plugin-provisioning-common';
import { z } from 'zod';
import { healthSchema } from './health';

/** How delivery stands: what runs in production, and whether pipelines pass. */
export const deliveryPartSchema = z.object({
  health: healthSchema,
  status: deliveryStatusSchema,
  openIncidents: z.number().describe('In production, now.'),
  version: z
    .string()
    .optional()
    .describe(
      'What runs in production; of several services each with its name.',
    ),
  deployedAt: z.string().optional(),
  finishedRuns: z.number().describe('On a main branch, in the last 7 days.'),
  failedRuns: z.number().describe('Of these, how many failed.'),
});

/** How delivery stands: what runs in production, and whether pipelines pass. */
export type DeliveryPart = z.infer<typeof deliveryPartSchema>;

/** How the SLOs stand together. */
export const sloPartSchema = z.object({
  health: healthSchema,
  slos: z.number(),
  state: sloStateSchema.describe('The worst one.'),
  budgetRemaining: z
    .number()
    .optional()
    .describe('The least of all; below 0 more than the budget is spent.'),
  firingAlerts: z.number(),
});

/** How the SLOs stand together. */
export type SloPart = z.infer<typeof sloPartSchema>;

/** How what runs in the clusters is. */
export const runtimePartSchema = z.object({
  health: healthSchema,
  workloads: z.number(),
  desiredPods: z.number(),
  readyPods: z.number(),
  reason: z.string().optional().describe('What the worst workload says.'),
  messages: fieldMessagesSchema.optional().describe('Of `reason`.'),
  readAt: z.string().optional().describe('When the clusters were read.'),
});

/** How what runs in the clusters is. */
export type RuntimePart = z.infer<typeof runtimePartSchema>;

/** How what the portal made is at its provider. */
export const provisioningPartSchema = z.object({
  health: healthSchema,
  resourceId: z.string(),
  state: resourceStateSchema,
  isSuspended: z.boolean().describe('Nobody gets in; its data is kept.'),
  differences: z.number().describe('How many things are not as it was made.'),
  reason: z.string().optional().describe('What the provider says of it.'),
  messages: fieldMessagesSchema.optional().describe('Of `reason`.'),
});

/** How what the portal made is at its provider. */
export type ProvisioningPart = z.infer<typeof provisioningPartSchema>;

/** The level that it holds in the scorecard that asks most of it. */
export const levelPartSchema = z.object({
  health: healthSchema.describe('Warning where a check fails, else good.'),
  scorecard: z.string(),
  scorecardTitle: z.string(),
  level: z.string().optional().describe('Absent where it holds none.'),
  color: z.string().optional(),
  rank: z.number().optional().describe('From 1; 0 for none.'),
  levels: z.number().describe('How many levels there are.'),
  score: z.number().optional().describe('From 0 to 1, of what is known.'),
  failing: z.number().describe('How many checks it fails.'),
  since: z.string().optional(),
});

/** The level that it holds in the scorecard that asks most of it. */
export type LevelPart = z.infer<typeof levelPartSchema>;

/** What it costs, this month so far. Absent for who may not see it. */
export const costPartSchema = z.object({
  health: healthSchema,
  month: z
    .string()
    .optional()
    .describe('The month so far, `2026-11`; absent in what was kept before.'),
  monthToDate: moneySchema,
  sameDaysLastMonth: moneySchema.optional(),
  forecast: moneySchema.optional(),
  budget: moneySchema.optional(),
  budgetState: budgetStateSchema.optional(),
});

/** What it costs, this month so far. Absent for who may not see it. */
export type CostPart = z.infer<typeof costPartSchema>;

/** How many security findings are open. */
export const findingsPartSchema = z.object({
  health: healthSchema,
  open: z.number(),
  bySeverity: z.partialRecord(findingSeveritySchema, z.number()),
  overdue: z.number().describe('Open for longer than allowed.'),
});

/** How many security findings are open. */
export type FindingsPart = z.infer<typeof findingsPartSchema>;

/** What the plugins know of an entity, each in its own words. */
export const entityPartsSchema = z.object({
  delivery: deliveryPartSchema,
  slo: sloPartSchema,
  runtime: runtimePartSchema,
  provisioning: provisioningPartSchema,
  level: levelPartSchema,
  cost: costPartSchema,
  findings: findingsPartSchema,
});

/** What the plugins know of an entity. */
export type EntityParts = z.infer<typeof entityPartsSchema>;

/** The name of one part. */
export const partNameSchema = entityPartsSchema.keyof();

/** The name of one part. */
export type PartName = z.infer<typeof partNameSchema>;
