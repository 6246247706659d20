import { entityRefSchema, repeated } from '@atrium/common';
import { z } from 'zod';

/**
 * Which of FOCUS's four costs is meant.
 *
 * - `effective`: what was used, with commitments spread over their use; the default
 * - `billed`: what the invoice says
 * - `list` and `contracted`: what it would cost without and with one's own prices
 */
export const costMetricSchema = z.enum([
  'effective',
  'billed',
  'list',
  'contracted',
]);

/** Which of FOCUS's four costs is meant. */
export type CostMetric = z.infer<typeof costMetricSchema>;

/** By what cost is taken apart. */
export const costDimensionSchema = z.enum([
  'entity',
  'system',
  'team',
  'provider',
  'subAccount',
  'service',
  'serviceCategory',
  'region',
  'chargeCategory',
  'pricingCategory',
  'origin',
]);

/** By what cost is taken apart. */
export type CostDimension = z.infer<typeof costDimensionSchema>;

/** An amount in the currency that the answer names, as a decimal string. */
export const amountSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Before and after these years nothing is billed, and not every program has a calendar. */
const YEAR = /^(19[7-9]|2\d\d)\d-/;

/** A calendar day in UTC from 1970 to 2999, `2026-11-28`. */
export const daySchema = z.iso
  .date()
  .regex(YEAR, 'must be a day from 1970 to 2999');

/** A calendar month in UTC from 1970 to 2999, `2026-11`. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as '2026-11'")
  .regex(YEAR, 'must be a month from 1970 to 2999');

/** Days in UTC: `from` is the first one, `to` the one after the last. */
export const dayPeriodSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from < to, {
    message: "must be after 'from'",
    path: ['to'],
  });

/** Days in UTC: `from` is the first one, `to` the one after the last. */
export type DayPeriod = z.infer<typeof dayPeriodSchema>;

/**
 * Only what has one of these values, by dimension; each may be repeated. `none`
 * stands for charges that have no value.
 */
export const costFilterShape = {
  provider: repeated(z.string().max(200), 20).optional(),
  subAccount: repeated(z.string().max(200), 20).optional(),
  service: repeated(z.string().max(200), 20).optional(),
  serviceCategory: repeated(z.string().max(200), 20).optional(),
  region: repeated(z.string().max(200), 20).optional(),
  chargeCategory: repeated(z.string().max(200), 20).optional(),
};

/**
 * Whose cost, when, and which.
 *
 * @remarks A system or domain stands for what it consists of, a group for what it
 * and every group below it own; without an entity it is the whole organisation.
 */
export const costScopeShape = {
  entityRef: entityRefSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  metric: costMetricSchema.default('effective'),
  ...costFilterShape,
};

/** A source of which nothing came for days. */
export const silentSourceSchema = z.object({
  source: z.string(),
  lastDay: daySchema.describe('The last day that it has charges for.'),
  isWaitedFor: z
    .boolean()
    .describe(
      'Whether days without it are not complete. After five weeks they are, and lack its charges.',
    ),
});

/** A source of which nothing came for days. */
export type SilentSource = z.infer<typeof silentSourceSchema>;

/** How far what is shown can be trusted. */
export const costFreshnessSchema = z.object({
  completeUntil: daySchema
    .optional()
    .describe(
      'The day after the last one that all sources have charges for, but for silent ones that are no longer waited for.',
    ),
  silentSources: z.array(silentSourceSchema),
  importedAt: z.iso.datetime().optional(),
  unconverted: z
    .array(z.object({ currency: z.string(), amount: amountSchema }))
    .describe('Charges in currencies without a rate, in no sum.'),
  rates: z
    .array(
      z.object({
        currency: z.string(),
        month: monthSchema,
        rate: amountSchema,
        rateMonth: monthSchema.describe('Earlier where that month has none.'),
      }),
    )
    .describe('By which rates other currencies were converted.'),
});

/** How far what is shown can be trusted. */
export type CostFreshness = z.infer<typeof costFreshnessSchema>;

/** What each answer about cost begins with. */
export const costAnswerShape = {
  currency: z.string().describe('Of all amounts, in ISO 4217.'),
  metric: costMetricSchema,
  period: z.object({ from: daySchema, to: daySchema }),
  freshness: costFreshnessSchema,
};
