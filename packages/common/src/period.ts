import { z } from 'zod';

/** An instant in ISO 8601 with a zone, normalised to UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .transform(value => new Date(value).toISOString());

/** A period of time: `from` is inside it, `to` is not. */
export const periodQuerySchema = z
  .object({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => from < to, {
    message: "must be after 'from'",
    path: ['to'],
  });

/** A period of time in UTC: `from` is inside it, `to` is not. */
export type Period = z.output<typeof periodQuerySchema>;
