import { entityRefSchema, pageQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { budgetStateSchema, forecastSchema } from './answers';
import { amountSchema, daySchema, monthSchema } from './terms';

/** The query of `GET /budgets`; all that one may see by default. */
export const budgetsQuerySchema = z.object({
  entityRef: entityRefSchema
    .optional()
    .describe('Its own, and those of what it consists of or owns.'),
});

/** The query of `GET /budgets`. */
export type BudgetsQuery = z.input<typeof budgetsQuerySchema>;

/** What an entity, team or system may cost in a month, and what it does. */
export const budgetSchema = z.object({
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  amount: amountSchema,
  source: z.string().describe('In words, where it is written.'),
  sourceUrl: z.string().optional(),
  month: monthSchema,
  monthToDate: amountSchema,
  forecast: forecastSchema.optional(),
  usedRatio: z.number(),
  forecastRatio: z.number().optional(),
  state: budgetStateSchema,
  alerts: z.array(
    z.object({
      percent: z.number().int(),
      basis: z.enum(['actual', 'forecast']),
      at: z.iso.datetime(),
    }),
  ),
});

/** What an entity, team or system may cost in a month, and what it does. */
export type Budget = z.infer<typeof budgetSchema>;

/** The answer of `GET /budgets`, worst first. */
export const budgetsSchema = z.object({
  currency: z.string(),
  items: z.array(budgetSchema),
  problems: z
    .array(z.object({ entityRef: z.string(), message: z.string() }))
    .describe('Budgets that cannot be read.'),
});

/** The answer of `GET /budgets`. */
export type Budgets = z.infer<typeof budgetsSchema>;

/** Where an anomaly stands; `over` is when cost is usual again. */
export const anomalyStateSchema = z.enum(['open', 'acknowledged', 'over']);

/** Where an anomaly stands. */
export type AnomalyState = z.infer<typeof anomalyStateSchema>;

/** The query of `GET /anomalies`, newest first. */
export const anomaliesQuerySchema = pageQuerySchema.extend({
  entityRef: entityRefSchema.optional(),
  state: anomalyStateSchema.optional(),
});

/** The query of `GET /anomalies`. */
export type AnomaliesQuery = z.input<typeof anomaliesQuerySchema>;

/** Days on which an entity cost more than its weekdays usually do. */
export const anomalySchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  currency: z.string(),
  firstDay: daySchema,
  lastDay: daySchema,
  amount: amountSchema.describe('Of these days together.'),
  expected: amountSchema,
  excess: amountSchema,
  drivers: z.array(
    z.object({
      serviceName: z.string(),
      resourceId: z.string().optional(),
      resourceName: z.string().optional(),
      excess: amountSchema,
    }),
  ),
  state: anomalyStateSchema,
  foundAt: z.iso.datetime(),
  acknowledgement: z
    .object({
      userRef: z.string(),
      reason: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
});

/** Days on which an entity cost more than its weekdays usually do. */
export type Anomaly = z.infer<typeof anomalySchema>;

/** The body of `POST /anomalies/:id/acknowledge`. */
export const acknowledgeAnomalySchema = z.strictObject({
  reason: z.string().trim().min(3).max(1000),
});

/** The body of `POST /anomalies/:id/acknowledge`. */
export type AcknowledgeAnomaly = z.input<typeof acknowledgeAnomalySchema>;

/** The body of `POST /metrics`: how much work an entity did, by day. */
export const pushMetricSchema = z.strictObject({
  entityRef: entityRefSchema,
  unit: z
    .string()
    .regex(/^[a-z][a-z -]{0,39}$/)
    .describe('One of them, such as `order`.'),
  values: z
    .array(z.strictObject({ day: daySchema, count: z.number().nonnegative() }))
    .min(1)
    .max(400),
});

/** The body of `POST /metrics`. */
export type PushMetric = z.input<typeof pushMetricSchema>;
