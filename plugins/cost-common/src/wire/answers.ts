import {
  entityRefSchema,
  fieldMessagesSchema,
  pageQuerySchema,
  repeated,
} from '@atrium/common';
import { z } from 'zod';
import {
  amountSchema,
  costAnswerShape,
  costDimensionSchema,
  costScopeShape,
  daySchema,
  monthSchema,
} from './terms';

/** What a month is expected to cost, with the interval of four in five. */
export const forecastSchema = z.object({
  amount: amountSchema,
  low: amountSchema,
  high: amountSchema,
  basis: z.string().describe('In words: from which days, and how.'),
});

/** What a month is expected to cost. */
export type Forecast = z.infer<typeof forecastSchema>;

/** Where spending stands against a budget. `at-risk` is by the forecast. */
export const budgetStateSchema = z.enum(['within', 'at-risk', 'over']);

/** Where spending stands against a budget. */
export type BudgetState = z.infer<typeof budgetStateSchema>;

/** The query of `GET /summary`. */
export const summaryQuerySchema = z.object({
  entityRef: entityRefSchema.optional(),
  month: monthSchema
    .optional()
    .describe('By default the last one that has complete days.'),
  metric: costScopeShape.metric,
});

/** The query of `GET /summary`. */
export type SummaryQuery = z.input<typeof summaryQuerySchema>;

/** What somebody wants to know first. */
export const costSummarySchema = z.object({
  ...costAnswerShape,
  entityRef: z.string().optional(),
  month: monthSchema,
  isMeasured: z
    .boolean()
    .describe('Whether there is any charge at all; without, nothing is zero.'),
  monthToDate: amountSchema,
  sameDaysLastMonth: amountSchema.optional(),
  lastMonth: amountSchema.optional(),
  forecast: forecastSchema.optional(),
  noForecastReason: z.string().optional(),
  budget: z
    .object({
      amount: amountSchema,
      usedRatio: z.number(),
      forecastRatio: z.number().optional(),
      state: budgetStateSchema,
      source: z.string().describe('In words, where it is written.'),
    })
    .optional(),
  direct: amountSchema.describe("Of monthToDate, what is the entity's alone."),
  shared: amountSchema.describe('Of monthToDate, what it has of pools.'),
  unallocated: amountSchema
    .optional()
    .describe(
      'What nobody has; for the organisation part of monthToDate. Absent for who may not read what others cost.',
    ),
  coverage: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Which part of the organisation's cost rules allocate."),
  openAnomalyCount: z.number().int(),
});

/** What somebody wants to know first. */
export type CostSummary = z.infer<typeof costSummarySchema>;

/** The query of `GET /summaries`: `entityRef` repeated, at most 200. */
export const summariesQuerySchema = z.object({
  entityRef: repeated(entityRefSchema, 200),
  withTagged: z
    .stringbool()
    .default(false)
    .describe('Whether to answer `taggedRatio`, which takes longer.'),
});

/** A line of `GET /summaries`; entities without charges are left out. */
export const entityCostSchema = z.object({
  entityRef: z.string(),
  monthToDate: amountSchema,
  sameDaysLastMonth: amountSchema.optional(),
  forecast: amountSchema.optional(),
  budget: amountSchema.optional(),
  budgetState: budgetStateSchema.optional(),
  taggedRatio: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'Of what is its alone in the month, the part that came to it by a tag, by a label or namespace of Kubernetes, or by a resource that the portal made. Only where it is asked for, and absent without such cost.',
    ),
});

/** What one of many entities costs. */
export type EntityCost = z.infer<typeof entityCostSchema>;

/** The answer of `GET /summaries`. */
export const costSummariesSchema = z.object({
  ...costAnswerShape,
  items: z.array(entityCostSchema),
});

/** The answer of `GET /summaries`. */
export type CostSummaries = z.infer<typeof costSummariesSchema>;

/** The query of `GET /series`; the last 90 days by default. */
export const seriesQuerySchema = z.object({
  ...costScopeShape,
  groupBy: costDimensionSchema.optional(),
  granularity: z.enum(['day', 'month']).default('day'),
  limit: z.coerce
    .number<number>()
    .int()
    .min(1)
    .max(20)
    .default(8)
    .describe('As many series of their own; the rest is one together.'),
});

/** The query of `GET /series`. */
export type SeriesQuery = z.input<typeof seriesQuerySchema>;

/** Cost over time. */
export const costSeriesSchema = z.object({
  ...costAnswerShape,
  granularity: z.enum(['day', 'month']),
  starts: z.array(daySchema).describe('Each day, or the first of each month.'),
  series: z.array(
    z.object({
      key: z.string().describe('`other` for the rest, `none` without value.'),
      label: z.string(),
      amounts: z
        .array(amountSchema.nullable())
        .describe('null: not there yet.'),
      total: amountSchema,
    }),
  ),
  total: amountSchema,
});

/** Cost over time. */
export type CostSeries = z.infer<typeof costSeriesSchema>;

/** The query of `GET /breakdown`; the days of `GET /summary` by default. */
export const breakdownQuerySchema = z.object({
  ...costScopeShape,
  groupBy: costDimensionSchema.default('service'),
  compareFrom: daySchema.optional(),
  compareTo: daySchema.optional(),
  limit: z.coerce.number<number>().int().min(1).max(1000).default(100),
});

/** The query of `GET /breakdown`, `/breakdown.csv` and `/breakdown.xlsx`. */
export type BreakdownQuery = z.input<typeof breakdownQuerySchema>;

/** Cost taken apart, most expensive first. */
export const costBreakdownSchema = z.object({
  ...costAnswerShape,
  groupBy: costDimensionSchema,
  comparison: z.object({ from: daySchema, to: daySchema }).optional(),
  total: amountSchema,
  comparisonTotal: amountSchema.optional(),
  items: z.array(
    z.object({
      key: z
        .string()
        .describe(
          '`none` without value, `unallocated`, `hidden`, `pool:<name>`.',
        ),
      label: z.string(),
      entityRef: z.string().optional(),
      amount: amountSchema,
      comparisonAmount: amountSchema.optional(),
    }),
  ),
  rest: z
    .object({
      count: z.number().int(),
      amount: amountSchema,
      comparisonAmount: amountSchema.optional(),
    })
    .optional(),
});

/** Cost taken apart. */
export type CostBreakdown = z.infer<typeof costBreakdownSchema>;

/** The query of `GET /movers`: that month against the one before, same days. */
export const moversQuerySchema = z.object({
  entityRef: entityRefSchema.optional(),
  month: monthSchema.optional(),
  metric: costScopeShape.metric,
  limit: z.coerce.number<number>().int().min(1).max(50).default(10),
});

/** The query of `GET /movers`. */
export type MoversQuery = z.input<typeof moversQuerySchema>;

/** What explains most of why cost rose or fell. */
export const costMoversSchema = z.object({
  ...costAnswerShape,
  comparison: z.object({ from: daySchema, to: daySchema }),
  change: amountSchema,
  items: z.array(
    z.object({
      serviceName: z.string(),
      serviceCategory: z.string().optional(),
      resourceId: z.string().optional(),
      resourceName: z.string().optional(),
      origin: z
        .enum(['entity', 'pool', 'unallocated'])
        .describe(
          'Who has it: an entity, a pool before it is split, or nobody.',
        ),
      entityRef: z.string().optional(),
      pool: z
        .string()
        .optional()
        .describe('The pool that has it, or of which the entity has a part.'),
      amount: amountSchema,
      comparisonAmount: amountSchema,
      change: amountSchema,
      kind: z.enum(['new', 'gone', 'rise', 'fall']),
      since: daySchema
        .optional()
        .describe('The first day on the new level, where one stands out.'),
    }),
  ),
});

/** What explains most of why cost rose or fell. */
export type CostMovers = z.infer<typeof costMoversSchema>;

/** The query of `GET /resources`. */
export const resourcesQuerySchema = pageQuerySchema.extend({
  ...costScopeShape,
});

/** The query of `GET /resources`. */
export type ResourcesQuery = z.input<typeof resourcesQuerySchema>;

/** A resource of a provider behind the cost of an entity, or a pool. */
export const costResourceSchema = z.object({
  resourceId: z.string().optional().describe('Absent for charges without one.'),
  resourceName: z.string().optional(),
  resourceType: z.string().optional(),
  provider: z.string(),
  serviceName: z.string(),
  region: z.string().optional(),
  amount: amountSchema,
  entityRef: z.string().optional(),
  pool: z
    .string()
    .optional()
    .describe('A part of the pool of shared cost that is called so.'),
  rule: z.string().optional().describe('That allocated it.'),
});

/** A resource of a provider behind the cost of an entity. */
export type CostResource = z.infer<typeof costResourceSchema>;

/** The query of `GET /rows`. */
export const rowsQuerySchema = pageQuerySchema.extend({
  ...costScopeShape,
  resourceId: z.string().max(2048).optional(),
  isUnallocated: z.stringbool().optional(),
});

/** The query of `GET /rows`. */
export type RowsQuery = z.input<typeof rowsQuerySchema>;

/** A charge as the provider has it, in its own currency. */
export const costRowSchema = z.object({
  importId: z.string(),
  row: z.number().int(),
  source: z.string(),
  chargeStart: z.iso.datetime(),
  chargeEnd: z.iso.datetime(),
  provider: z.string(),
  serviceName: z.string(),
  serviceCategory: z.string().optional(),
  subAccountId: z.string().optional(),
  subAccountName: z.string().optional(),
  region: z.string().optional(),
  resourceId: z.string().optional(),
  resourceName: z.string().optional(),
  chargeCategory: z.string(),
  chargeClass: z.string().optional(),
  description: z.string().optional(),
  invoiceId: z.string().optional(),
  consumedQuantity: amountSchema.optional(),
  consumedUnit: z.string().optional(),
  currency: z.string(),
  billed: amountSchema,
  effective: amountSchema,
  list: amountSchema,
  contracted: amountSchema,
  tags: z.record(z.string(), z.string()),
  entityRef: z.string().optional(),
  pool: z.string().optional().describe('What the pool is called.'),
  rule: z.string().optional(),
});

/** A charge as the provider has it. */
export type CostRow = z.infer<typeof costRowSchema>;

/** The query of `GET /unit-costs`. */
export const unitCostsQuerySchema = z.object({ entityRef: entityRefSchema });

/** The query of `GET /savings`; of everybody by default. */
export const savingsQuerySchema = z.object({
  entityRef: entityRefSchema.optional(),
});

/** What one unit of work costs, by month. */
export const unitCostSchema = z.object({
  currency: z.string(),
  unit: z.string().describe('One of them, such as `request`.'),
  per: z.number().int().describe('How many of them the figures are for.'),
  source: z.string().describe('In words, where the count comes from.'),
  messages: fieldMessagesSchema.optional().describe('What source is made of.'),
  months: z.array(
    z.object({
      month: monthSchema,
      amount: amountSchema,
      count: amountSchema.optional().describe('Absent where not measured.'),
      unitCost: amountSchema.optional(),
    }),
  ),
});

/** The answer of `GET /unit-costs`. */
export const unitCostsSchema = z.object({ items: z.array(unitCostSchema) });

/** The answer of `GET /unit-costs`. */
export type UnitCosts = z.infer<typeof unitCostsSchema>;

/** What could be saved, with the evidence. */
export const savingSchema = z.object({
  kind: z.enum([
    'idle-resource',
    'expired-lease',
    'unused-commitment',
    'list-price',
  ]),
  title: z.string(),
  evidence: z.string(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What `title` and `evidence` are made of.'),
  entityRef: z.string().optional(),
  resourceId: z.string().optional(),
  monthly: amountSchema,
  url: z.string().optional().describe('In the portal, where one can act.'),
});

/** What could be saved, with the evidence. */
export type Saving = z.infer<typeof savingSchema>;

/** The answer of `GET /savings`, largest first. */
export const savingsSchema = z.object({
  currency: z.string(),
  total: amountSchema,
  items: z.array(savingSchema),
});

/** The answer of `GET /savings`. */
export type Savings = z.infer<typeof savingsSchema>;
