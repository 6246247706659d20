import { sloExclusionSchema } from '@atrium/plugin-slo-common';
import { z } from 'zod';
import { agreementSchema } from './agreements';

/** A month, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
  message: "must be a month such as '2026-11'",
});

/** One day of a report. */
export const reportDaySchema = z.object({
  day: z.iso.date(),
  good: z.number(),
  total: z.number(),
  sli: z.number().optional(),
  countedMinutes: z
    .number()
    .describe('How many have passed, those that were taken out aside.'),
  measuredMinutes: z.number(),
  excludedMinutes: z.number(),
  hasLostMinutes: z
    .boolean()
    .optional()
    .describe('true: it cannot be measured any more, and has no counts.'),
});

/** One day of a report. */
export type ReportDay = z.infer<typeof reportDaySchema>;

/** One month of an agreement. */
export const monthlyReportSchema = z.object({
  agreement: agreementSchema.describe('As it was when the month was closed.'),
  month: monthSchema,
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
  days: z.array(reportDaySchema),
  hasLostMinutes: z
    .boolean()
    .optional()
    .describe(
      'true: some of its days cannot be measured any more. It is neither met nor missed, owes no credit that is known, and cannot be closed.',
    ),
  closedAt: z.string().optional(),
  closedBy: z.string().optional(),
});

/** One month of an agreement. */
export type MonthlyReport = z.infer<typeof monthlyReportSchema>;

/** An agreement in a list, with how it goes. */
export const agreementSummarySchema = agreementSchema.extend({
  latest: monthlyReportSchema
    .pick({
      month: true,
      state: true,
      sli: true,
      isTargetMet: true,
      creditPercent: true,
      coverage: true,
      hasLostMinutes: true,
    })
    .optional()
    .describe('The newest month it holds in; absent before it begins.'),
  openMonths: z.number().describe('How many are over and were not closed.'),
  lastClosedMonth: z.string().optional().describe('`YYYY-MM`'),
});

/** An agreement in a list, with how it goes. */
export type AgreementSummary = z.infer<typeof agreementSummarySchema>;
