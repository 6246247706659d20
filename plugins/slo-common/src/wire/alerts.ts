import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';

/** Where an alert is. */
export const sloAlertStateSchema = z.enum(['pending', 'firing', 'resolved']);

/** Where an alert is. */
export type SloAlertState = z.infer<typeof sloAlertStateSchema>;

/** One message about an alert. */
export const alertDeliverySchema = z.object({
  target: z.string().describe('Whom: owners, or a notification target.'),
  state: sloAlertStateSchema,
  at: z.string(),
  isDelivered: z.boolean(),
  message: z.string().optional().describe('Why it was not.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What the message is made of, as far as that is known.'),
});

/** One alert, from the first sign to its end. */
export const sloAlertSchema = z.object({
  id: z.string(),
  sloId: z.string(),
  sloName: z.string(),
  sloDisplayName: z.string().optional(),
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  objectiveId: z.string(),
  ruleId: z.string(),
  severity: z.string(),
  reason: z.enum(['burn-rate', 'no-data']),
  state: sloAlertStateSchema,
  startedAt: z.string().describe('When it became pending.'),
  firedAt: z.string().optional(),
  resolvedAt: z.string().optional(),
  longWindowMinutes: z.number().optional(),
  shortWindowMinutes: z.number().optional(),
  factor: z.number().optional(),
  longBurnRate: z.number().optional().describe('When it last changed.'),
  shortBurnRate: z.number().optional(),
  deliveries: z.array(alertDeliverySchema),
});

/** One alert, from the first sign to its end. */
export type SloAlert = z.infer<typeof sloAlertSchema>;
