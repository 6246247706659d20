import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/**
 * A JSON Schema (2020-12) of an object. Whether it is a valid schema is decided
 * where it is compiled, in the backend.
 */
export const objectSchemaSchema = z
  .looseObject({
    type: z.literal('object').default('object'),
    properties: z.record(z.string(), z.looseObject({})).default({}),
    required: z.array(z.string()).optional(),
    additionalProperties: z.boolean().default(false),
  })
  .describe('A JSON Schema (2020-12) of an object.');

/** A JSON Schema (2020-12) of an object. */
export type ObjectSchema = z.infer<typeof objectSchemaSchema> & JsonObject;
