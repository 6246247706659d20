import { entityRefSchema } from '@atrium/common';
import { timeZoneSchema } from '@atrium/plugin-slo-common';
import { z } from 'zod';
import { creditSchema } from './credits';

const daySchema = z.iso.date();

/** The body of `POST /agreements` and `PUT /agreements/:id`. */
export const agreementTermsSchema = z.strictObject({
  name: z.string().min(1).max(200),
  customer: z.string().max(200).optional(),
  entityRef: entityRefSchema,
  sloName: z.string().min(1).max(63),
  objectiveId: z.string().max(100).optional(),
  target: z
    .number()
    .gt(0)
    .lt(1)
    .describe('What was agreed; an SLO is usually stricter.'),
  timeZone: timeZoneSchema.describe('By whose clocks a month goes.'),
  isMaintenanceExcluded: z.boolean(),
  credits: z.array(creditSchema).max(10),
  validFrom: daySchema,
  validTo: daySchema.optional().describe('The last day.'),
});

/** What was promised to a customer. */
export type AgreementTerms = z.infer<typeof agreementTermsSchema>;

/** A service level agreement. */
export const agreementSchema = agreementTermsSchema.extend({
  id: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  removedAt: z
    .string()
    .optional()
    .describe('When it was deleted; its closed months stay.'),
});

/** A service level agreement. */
export type Agreement = z.infer<typeof agreementSchema>;
