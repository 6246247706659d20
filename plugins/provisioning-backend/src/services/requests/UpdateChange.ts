import { moneySchema } from '@atrium/common';
import { deletionPolicySchema } from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { PlannedResource } from './ResourceProposal';

const jsonObjectSchema = z.record(z.string(), z.json());
const leaseSchema = z.object({
  days: z.number(),
  defaultDays: z.number(),
  maximumDays: z.number(),
  graceDays: z.number(),
});

/** What an update sets, as it is kept with the request until it is applied. */
export const updateChangeSchema = z.object({
  plan: z.string(),
  inputs: jsonObjectSchema,
  parameters: jsonObjectSchema,
  fingerprint: z.string(),
  monthlyPrice: moneySchema.nullable(),
  /** Absent where an earlier version of the portal has kept it: then it stays. */
  deletion: deletionPolicySchema.optional(),
  /** Begins once it is ready again; `null` ends the lease. Absent: it stays. */
  lease: leaseSchema.nullable().optional(),
});

/** What an update sets, of what was planned. */
export function toUpdateChange(
  planned: Pick<
    PlannedResource,
    | 'plan'
    | 'inputs'
    | 'parameters'
    | 'fingerprint'
    | 'monthlyPrice'
    | 'deletion'
    | 'lease'
    | 'hasNewLease'
  >,
): JsonObject {
  return {
    plan: planned.plan,
    inputs: planned.inputs,
    parameters: planned.parameters,
    fingerprint: planned.fingerprint,
    monthlyPrice: planned.monthlyPrice ? { ...planned.monthlyPrice } : null,
    deletion: planned.deletion,
    ...(planned.hasNewLease && {
      lease: planned.lease ? { ...planned.lease } : null,
    }),
  };
}
