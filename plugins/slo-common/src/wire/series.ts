import { z } from 'zod';

/** The width of a point in a series. */
export const seriesStepSchema = z.enum(['minute', 'hour', 'day']);

/** The width of a point in a series. */
export type SeriesStep = z.infer<typeof seriesStepSchema>;

/** One step of an objective. */
export const seriesPointSchema = z.object({
  at: z.string().describe('Where the step starts.'),
  good: z
    .number()
    .optional()
    .describe(
      'Absent when nothing was measured, and where objectives are weighed.',
    ),
  total: z.number().optional(),
  ratio: z.number().optional().describe('Absent without events.'),
  measuredMinutes: z.number(),
  excludedMinutes: z.number(),
  isGap: z
    .boolean()
    .describe('Whether nothing was measured in time that counts.'),
  budgetRemaining: z
    .number()
    .optional()
    .describe('In the window of the SLO, as it stood at the end of the step.'),
});

/** One step of an objective. */
export type SeriesPoint = z.infer<typeof seriesPointSchema>;

/** An objective over time. */
export const sloSeriesSchema = z.object({
  sloId: z.string(),
  objectiveId: z
    .string()
    .describe('`composite` when it is all objectives of an SLO together.'),
  target: z.number(),
  step: seriesStepSchema,
  from: z.string(),
  to: z.string(),
  points: z.array(seriesPointSchema).describe('Every step, gaps included.'),
});

/** An objective over time. */
export type SloSeries = z.infer<typeof sloSeriesSchema>;
