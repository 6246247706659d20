import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { sloExclusionSchema } from './exclusions';

const daySchema = z.iso.date();

/** What the customer gets back below some level. */
export const slaCreditSchema = z.strictObject({
  below: z.number().gt(0).lte(1).describe('A part of 1, such as 0.99.'),
  creditPercent: z.number().gt(0).lte(100),
});

/** What the customer gets back below some level. */
export type SlaCredit = z.infer<typeof slaCreditSchema>;

/** The body of `POST /contracts` and `PUT /contracts/:id`. */
export const slaContractInputSchema = z.strictObject({
  name: z.string().min(1).max(200),
  customer: z.string().max(200).optional(),
  entityRef: entityRefSchema,
  sloName: z.string().min(1).max(63),
  objectiveId: z.string().max(100).optional(),
  target: z
    .number()
    .gt(0)
    .lt(1)
    .describe('What was agreed; an SLO is usually stricter.'),
  timeZone: z.string().max(64).describe('By whose clocks a month goes.'),
  isMaintenanceExcluded: z.boolean(),
  credits: z.array(slaCreditSchema).max(10),
  validFrom: daySchema,
  validTo: daySchema.optional().describe('The last day.'),
});

/** What to agree on. */
export type SlaContractInput = z.infer<typeof slaContractInputSchema>;

/** A service level agreement. */
export const slaContractSchema = slaContractInputSchema.extend({
  id: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  removedAt: z
    .string()
    .optional()
    .describe('When it was deleted; its closed months stay.'),
});

/** A service level agreement. */
export type SlaContract = z.infer<typeof slaContractSchema>;

/** One day of a report. */
export const slaReportDaySchema = z.object({
  day: daySchema,
  good: z.number(),
  total: z.number(),
  sli: z.number().optional(),
  countedMinutes: z
    .number()
    .describe('How many have passed, those that were taken out aside.'),
  measuredMinutes: z.number(),
  excludedMinutes: z.number(),
});

/** One day of a report. */
export type SlaReportDay = z.infer<typeof slaReportDaySchema>;

/** One month of a service level agreement. */
export const slaReportSchema = z.object({
  contract: slaContractSchema.describe('As it was when the report was closed.'),
  month: z.string().describe('`YYYY-MM`'),
  state: z
    .enum(['running', 'open', 'closed'])
    .describe('closed: it never changes again.'),
  from: z.string(),
  to: z.string(),
  good: z.number(),
  total: z.number(),
  sli: z.number().optional().describe('Absent without events.'),
  isTargetMet: z.boolean().optional(),
  creditPercent: z.number(),
  coverage: z.number(),
  excludedMinutes: z.number(),
  exclusions: z.array(sloExclusionSchema),
  days: z.array(slaReportDaySchema),
  closedAt: z.string().optional(),
  closedBy: z.string().optional(),
});

/** One month of a service level agreement. */
export type SlaReport = z.infer<typeof slaReportSchema>;

/** A service level agreement in a list, with how it goes. */
export const slaContractSummarySchema = slaContractSchema.extend({
  latest: slaReportSchema
    .pick({
      month: true,
      state: true,
      sli: true,
      isTargetMet: true,
      creditPercent: true,
      coverage: true,
    })
    .optional()
    .describe('The newest month it holds in; absent before it begins.'),
  openMonths: z.number().describe('How many are over and were not closed.'),
  lastClosedMonth: z.string().optional().describe('`YYYY-MM`'),
});

/** A service level agreement in a list, with how it goes. */
export type SlaContractSummary = z.infer<typeof slaContractSummarySchema>;

/** A month, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
  message: "must be a month such as '2026-11'",
});

/** What a service level gives back: the highest credit of those it is below. */
export function slaCreditPercent(
  sli: number | undefined,
  credits: SlaCredit[],
): number {
  return sli === undefined
    ? 0
    : Math.max(
        0,
        ...credits.flatMap(({ below, creditPercent }) =>
          sli < below ? [creditPercent] : [],
        ),
      );
}
