import { z } from 'zod';
import { sloStateSchema } from '../budget/sloState';

/** How fast the budget was spent over one window. */
export const burnRateStatusSchema = z.object({
  windowMinutes: z.number(),
  burnRate: z
    .number()
    .optional()
    .describe('1 spends exactly the budget. Absent without events.'),
});

/** How fast the budget was spent over one window. */
export type BurnRateStatus = z.infer<typeof burnRateStatusSchema>;

/** Whether an objective alerts. */
export const alertStatusSchema = z.object({
  state: z.enum(['none', 'pending', 'firing']),
  severity: z.string().optional().describe('Of the most severe one.'),
  since: z.string().optional(),
});

/** How an objective stands in its window now. */
export const objectiveStatusSchema = z.object({
  objectiveId: z.string(),
  displayName: z.string().optional(),
  target: z.number(),
  state: sloStateSchema,
  from: z.string().describe('The first minute of the window.'),
  to: z.string().describe('Where counting stops; this minute is not counted.'),
  end: z.string().describe('When a calendar window starts anew, or `to`.'),
  good: z.number().optional().describe('Good events, or slices or minutes.'),
  total: z.number().optional(),
  sli: z.number().optional().describe('Absent without events.'),
  budgetRemaining: z
    .number()
    .optional()
    .describe('1 is the whole budget; below 0 more than the budget is spent.'),
  burnRates: z.array(burnRateStatusSchema).describe('Shortest window first.'),
  projectedExhaustion: z
    .string()
    .optional()
    .describe('When the budget is spent at the burn rate of the last hour.'),
  lastDataAt: z.string().optional().describe('The newest minute with data.'),
  coverage: z
    .number()
    .describe('The part of the window with data, excluded time aside.'),
  excludedMinutes: z.number().describe('Of maintenance and exclusions.'),
  alert: alertStatusSchema,
});

/** How an objective stands in its window now. */
export type ObjectiveStatus = z.infer<typeof objectiveStatusSchema>;
