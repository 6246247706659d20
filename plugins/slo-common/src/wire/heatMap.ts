import { z } from 'zod';
import { alertStatusSchema } from './objectiveStatus';

/** One week of one objective. */
export const heatMapCellSchema = z.object({
  weekStart: z.string().describe('The Monday, `YYYY-MM-DD`, UTC.'),
  sli: z.number().optional(),
  isTargetMet: z.boolean().optional().describe('Absent without events.'),
  coverage: z.number(),
});

/** Weeks of one objective. */
export const heatMapObjectiveSchema = z.object({
  objectiveId: z.string(),
  displayName: z.string().optional(),
  target: z.number(),
  alert: alertStatusSchema
    .optional()
    .describe('Now; absent before the first evaluation.'),
  cells: z.array(heatMapCellSchema).describe('Oldest first.'),
});

/** Weeks of one objective. */
export type HeatMapObjective = z.infer<typeof heatMapObjectiveSchema>;

/** Weeks of the objectives of one SLO, which is what a page counts. */
export const heatMapSloSchema = z.object({
  sloId: z.string(),
  sloName: z.string(),
  displayName: z.string().optional(),
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  objectives: z.array(heatMapObjectiveSchema),
});

/** Weeks of the objectives of one SLO. */
export type HeatMapSlo = z.infer<typeof heatMapSloSchema>;
