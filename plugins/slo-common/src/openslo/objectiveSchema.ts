import { z } from 'zod';
import { nominalMinutes, parseDuration } from '../definition/duration';
import {
  percentToPartsPerBillion,
  toPartsPerBillion,
} from '../definition/partsPerBillion';
import {
  comparisonOperatorSchema,
  displayNameSchema,
  fixedShorthandSchema,
  nameSchema,
} from './fieldSchemas';
import { inlineSliSchema } from './indicatorSchemas';

const TARGET_RANGE = 'must be at least 0 and less than 1';
const PERCENT_RANGE = 'must be at least 0 and less than 100';
const EXACTNESS =
  'has more digits than are kept exactly: nine for a part of 1, seven for a percentage';
const MAX_WEIGHT = 1_000_000;
const MAX_SLICE_MINUTES = 24 * 60;

export const objectiveSchema = z.strictObject({
  displayName: displayNameSchema.optional(),
  op: comparisonOperatorSchema.optional(),
  value: z.number().optional(),
  target: z
    .number()
    .min(0, { message: TARGET_RANGE })
    .lt(1, { message: TARGET_RANGE })
    .refine(value => toPartsPerBillion(value) !== undefined, {
      message: EXACTNESS,
    })
    .optional(),
  targetPercent: z
    .number()
    .min(0, { message: PERCENT_RANGE })
    .lt(100, { message: PERCENT_RANGE })
    .refine(value => percentToPartsPerBillion(value) !== undefined, {
      message: EXACTNESS,
    })
    .optional(),
  timeSliceTarget: z
    .number()
    .gt(0, { message: 'must be more than 0 and at most 1' })
    .lte(1, { message: 'must be more than 0 and at most 1' })
    .refine(value => toPartsPerBillion(value) !== undefined, {
      message: EXACTNESS,
    })
    .optional(),
  timeSliceWindow: z
    .union([z.number().int().positive(), fixedShorthandSchema], {
      error: 'must be a number of minutes, or a duration such as 5m',
    })
    .refine(value => sliceMinutes(value) <= MAX_SLICE_MINUTES, {
      message: 'must be at most a day',
    })
    .optional(),
  indicator: inlineSliSchema.optional(),
  indicatorRef: nameSchema.optional(),
  compositeWeight: z
    .number()
    .gt(0, { message: 'must be more than 0' })
    .max(MAX_WEIGHT)
    .refine(value => toPartsPerBillion(value) !== undefined, {
      message: EXACTNESS,
    })
    .optional(),
});

/** One target of an SLO, as OpenSLO writes it. */
export type OpenSloObjective = z.infer<typeof objectiveSchema>;

/** How many minutes a time slice has. */
export function sliceMinutes(sliceWindow: number | string): number {
  if (typeof sliceWindow === 'number') {
    return sliceWindow;
  }
  const duration = parseDuration(sliceWindow);
  return duration ? nominalMinutes(duration) : 0;
}
