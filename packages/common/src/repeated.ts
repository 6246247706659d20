import { z } from 'zod';

/** A query parameter that may be given several times. */
export function repeated<Schema extends z.ZodType>(
  schema: Schema,
  max: number,
) {
  return z.preprocess(
    // A parameter that is given once is no list yet.
    (value: z.input<Schema>[]) => (typeof value === 'string' ? [value] : value),
    z.array(schema).min(1).max(max),
  );
}
