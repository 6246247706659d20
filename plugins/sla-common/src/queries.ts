import { entityRefSchema, pageQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { monthSchema } from './reports';

/** The query of `GET /agreements`. */
export const agreementQuerySchema = pageQuerySchema.extend({
  entityRef: entityRefSchema.optional(),
  ownerRef: entityRefSchema.optional(),
  systemRef: entityRefSchema.optional(),
  state: z
    .enum(['current', 'removed'])
    .default('current')
    .describe('removed: those that were deleted and have closed months.'),
});

/** Which agreements to list. */
export type AgreementQuery = Partial<z.output<typeof agreementQuerySchema>>;

/** The query of `GET /reports`. */
export const reportQuerySchema = pageQuerySchema.extend({
  agreementId: z.string().min(1).max(100).optional(),
  entityRef: entityRefSchema.optional(),
  month: monthSchema.optional(),
});

/** Which reports to list. */
export type ReportQuery = Partial<z.output<typeof reportQuerySchema>>;
