import { z } from 'zod';

/** An instant in ISO 8601 with a zone, normalised to UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .transform(value => new Date(value).toISOString());

const DEFAULT_PERIOD_MS = 30 * 24 * 3_600_000;

/** A period of time: `from` is inside it, `to` is not. */
export const periodQuerySchema = z
  .object({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => from < to, {
    message: "must be after 'from'",
    path: ['to'],
  });

/** A period of time in UTC: `from` is inside it, `to` is not. */
export type Period = z.output<typeof periodQuerySchema>;

/**
 * A period of time for those who need not say which: without `to` it ends now,
 * without `from` it begins 30 days before its end.
 */
export const recentPeriodQuerySchema = z
  .object({ from: instantSchema.optional(), to: instantSchema.optional() })
  .transform(({ from, to = new Date().toISOString() }) => ({
    from: from ?? new Date(Date.parse(to) - DEFAULT_PERIOD_MS).toISOString(),
    to,
  }))
  .refine(({ from, to }) => from < to, {
    message: "must be after 'from'",
    path: ['to'],
  });
