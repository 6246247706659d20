import { instantSchema } from '@atrium/common';
import { z } from 'zod';

/**
 * Why a gate is closed: one objective whose budget is spent, or all of a
 * composite SLO together.
 */
export const gateReasonSchema = z.object({
  sloId: z.string(),
  sloName: z.string(),
  objectiveId: z.string(),
  budgetRemaining: z.number(),
});

/** An objective whose budget is spent. */
export type GateReason = z.infer<typeof gateReasonSchema>;

/** A time for which changes are let through in spite of the budget. */
export const gateOverrideSchema = z.object({
  reason: z.string(),
  until: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
});

/** A time for which changes are let through in spite of the budget. */
export type GateOverride = z.infer<typeof gateOverrideSchema>;

/** Whether an entity has error budget left for changes. */
export const gateAnswerSchema = z.object({
  entityRef: z.string(),
  state: z
    .enum(['open', 'closed', 'overridden', 'unknown'])
    .describe(
      'unknown: it has no SLO, or none with enough data. Whether that lets a change through is for the caller to decide.',
    ),
  isAllowed: z.boolean().describe('Whether it is open or overridden.'),
  closesBelow: z
    .number()
    .describe('At or below this part of the budget it closes.'),
  reasons: z.array(gateReasonSchema),
  override: gateOverrideSchema.optional(),
  evaluatedAt: z.string().optional(),
});

/** Whether an entity has error budget left for changes. */
export type GateAnswer = z.infer<typeof gateAnswerSchema>;

/** The body of `POST /gates/:ref/override`. */
export const createGateOverrideSchema = z.strictObject({
  reason: z.string().min(3).max(1000),
  until: instantSchema,
});

/** Why and how long to let changes through. */
export type CreateGateOverride = z.infer<typeof createGateOverrideSchema>;
