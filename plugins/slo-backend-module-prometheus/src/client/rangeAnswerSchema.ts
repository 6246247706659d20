import { z } from 'zod';

const seriesSchema = z.object({
  metric: z.record(z.string(), z.string()),
  values: z.array(z.tuple([z.number(), z.string()])).default([]),
});

/** The answer of `/api/v1/query_range`. */
export const rangeAnswerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.object({
      resultType: z.literal('matrix'),
      result: z.array(seriesSchema),
    }),
  }),
  z.object({
    status: z.literal('error'),
    errorType: z.string().optional(),
    error: z.string(),
  }),
]);

/** One series over a range: instants in seconds with their values. */
export type RangeSeries = z.infer<typeof seriesSchema>;
