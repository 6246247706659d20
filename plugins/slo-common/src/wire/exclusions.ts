import { entityRefSchema, instantSchema } from '@atrium/common';
import { z } from 'zod';

const exclusionFields = {
  entityRef: entityRefSchema,
  sloName: z
    .string()
    .min(1)
    .max(63)
    .optional()
    .describe('Absent when it holds for all SLOs of the entity.'),
  from: instantSchema,
  to: instantSchema,
  kind: z
    .enum(['maintenance', 'exclusion'])
    .describe('Planned beforehand, or agreed upon afterwards.'),
  reason: z.string().min(3).max(1000),
};

/** The body of `POST /exclusions`. */
export const createExclusionSchema = z
  .strictObject(exclusionFields)
  .refine(({ from, to }) => from < to, {
    message: "must be after 'from'",
    path: ['to'],
  });

/** Which time to take out. */
export type CreateExclusion = z.infer<typeof createExclusionSchema>;

/** A time that does not count. */
export const sloExclusionSchema = z.object({
  ...exclusionFields,
  id: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  deletedBy: z.string().optional().describe('Set once it counts again.'),
  deletedAt: z.string().optional(),
});

/** A time that does not count. */
export type SloExclusion = z.infer<typeof sloExclusionSchema>;
