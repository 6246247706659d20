import { entityRefSchema, pageQuerySchema } from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';

/** Where an exemption stands. */
export const exemptionStateSchema = z.enum([
  'waiting',
  'granted',
  'refused',
  'withdrawn',
  'revoked',
  'expired',
]);

/** Where an exemption stands. */
export type ExemptionState = z.infer<typeof exemptionStateSchema>;

/** The body of `POST /exemptions`. */
export const createExemptionSchema = z.strictObject({
  scorecard: nameSchema,
  check: nameSchema,
  entityRef: entityRefSchema,
  reason: z.string().trim().min(10).max(2000),
  days: z.number().int().min(1).max(365),
});

/** An exemption to ask for. */
export type CreateExemption = z.infer<typeof createExemptionSchema>;

/** The body of `POST /exemptions/:id/grant`, `/refuse`, `/revoke` and `/withdraw`. */
export const decideExemptionSchema = z.strictObject({
  note: z.string().trim().max(2000).optional(),
});

/** A check that is passed over for an entity, or shall be. */
export const exemptionSchema = z.object({
  id: z.string(),
  scorecard: z.string(),
  scorecardTitle: z.string(),
  check: z.string(),
  checkTitle: z.string(),
  entityRef: z.string(),
  ownerRefs: z.array(z.string()),
  reason: z.string(),
  days: z.number(),
  state: exemptionStateSchema,
  requestedBy: z.string(),
  requestedAt: z.string(),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  note: z.string().optional(),
  until: z.string().optional().describe('Once it is granted.'),
  approverRef: z.string().describe('Who owns the scorecard, and decides.'),
  isMineToDecide: z.boolean().describe('Whether the reader may decide.'),
});

/** A check that is passed over for an entity, or shall be. */
export type Exemption = z.infer<typeof exemptionSchema>;

/** The query of `GET /exemptions`. */
export const exemptionQuerySchema = pageQuerySchema.extend({
  state: exemptionStateSchema.optional(),
  scorecard: nameSchema.optional(),
  entityRef: entityRefSchema.optional(),
  ownerRef: entityRefSchema.optional(),
  isMineToDecide: z
    .stringbool()
    .optional()
    .describe('Those that wait or hold, and that the reader may decide.'),
});

/** Which exemptions to list. */
export type ExemptionQuery = Partial<z.output<typeof exemptionQuerySchema>>;

/** The answer of `GET /exemptions/debt`: what is passed over, as a debt. */
export const exemptionDebtSchema = z.object({
  items: z.array(
    z.object({
      scorecard: z.string(),
      scorecardTitle: z.string(),
      active: z.number(),
      waiting: z.number(),
      renewed: z.number().describe('Asked again after one that expired.'),
      oldestSince: z.string().optional(),
      expiringSoon: z.number().describe('Within 14 days.'),
    }),
  ),
});

/** What has been passed over, as a debt. */
export type ExemptionDebt = z.infer<typeof exemptionDebtSchema>;
