import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { findingSeveritySchema } from './securityFinding';

/** How many entities one question about findings may name. */
export const MAX_FINDING_REFS = 500;

/** The body of `POST /findings/by-entity`. */
export const entityFindingsQuerySchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).min(1).max(MAX_FINDING_REFS),
});

/** How many findings are open in one entity; suppressed ones are not. */
export const entityFindingsSchema = z.object({
  entityRef: z.string(),
  open: z.number(),
  bySeverity: z.partialRecord(findingSeveritySchema, z.number()),
  overdue: z.number().describe('Open for longer than allowed.'),
  overdueCritical: z.number().describe('Of these, how many are critical.'),
});

/** How many findings are open in one entity. */
export type EntityFindings = z.infer<typeof entityFindingsSchema>;
