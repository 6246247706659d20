import { instantSchema } from '@atrium/common';
import { z } from 'zod';

/** How many counts one request may hold. */
export const MAX_PUSH_COUNTS = 10_000;

/** The most that is counted in a minute; more could not be summed up any more. */
export const MAX_MINUTE_COUNT = 1_000_000_000_000;

const wholeNumber = z.number().int().min(0).max(MAX_MINUTE_COUNT);

/** The counts of one series in one minute; what was there is replaced. */
export const pushCountSchema = z
  .strictObject({
    series: z
      .string()
      .min(1)
      .max(200)
      .describe('As `spec.series` of a query of type push names it.'),
    minute: instantSchema.refine(minute => minute.endsWith(':00.000Z'), {
      message: 'must be a whole minute',
    }),
    good: wholeNumber,
    total: wholeNumber,
  })
  .refine(({ good, total }) => good <= total, {
    message: "must not be more than 'total'",
    path: ['good'],
  });

/** The counts of one series in one minute. */
export type PushCount = z.infer<typeof pushCountSchema>;

/**
 * The body of `POST /counts`. A batch is stored as a whole or not at all, and
 * may be sent again.
 */
export const pushCountsSchema = z.strictObject({
  counts: z.array(pushCountSchema).min(1).max(MAX_PUSH_COUNTS),
});

/** A batch of counts. */
export type PushCounts = z.infer<typeof pushCountsSchema>;

/** The answer to `POST /counts`. */
export interface PushCountsAnswer {
  /** Counts that were new or different. */
  stored: number;
  /** Counts that were there already, the same. */
  unchanged: number;
  /** Series that no SLO reads yet; they are kept. */
  unknownSeries: string[];
}

/** The `spec` of a query of type push. */
export const pushQuerySpecSchema = z.strictObject({
  series: z.string().min(1).max(200),
});
