import { z } from 'zod';

/**
 * A name in expressions: `slo` and `count` of `facts.slo.count`. Letters and
 * digits, beginning with a lower-case letter, at most 40.
 */
export const factNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'must be a name such as `lastSuccessAt`');

/**
 * What a value is:
 *
 * - `boolean`
 * - `integer`, whole, within ±2^53
 * - `number`, finite
 * - `text`, at most 1,000 characters
 * - `instant`, ISO 8601 in UTC
 * - `texts`, at most 200 of them
 */
export const factTypeSchema = z.enum([
  'boolean',
  'integer',
  'number',
  'text',
  'instant',
  'texts',
]);

/** What a value is. */
export type FactType = z.infer<typeof factTypeSchema>;

/** A value as it is kept and sent. */
export const factValueSchema = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string()),
]);

/** A value as it is kept and sent; an instant is its ISO 8601 text. */
export type FactValue = z.infer<typeof factValueSchema>;

/** One thing that a provider knows of entities. */
export const factDescriptionSchema = z.object({
  type: factTypeSchema,
  title: z.string().describe('In sentence case: `Last success`.'),
  description: z
    .string()
    .describe('What it says, and when it is not there, in a sentence or two.'),
  unit: z
    .string()
    .optional()
    .describe('Such as `percent`, `days`, `requests per second`.'),
  example: factValueSchema.optional(),
});

/** One thing that a provider knows of entities. */
export type FactDescription = z.infer<typeof factDescriptionSchema>;

/** What a provider says of itself: all that pages and expressions know of it. */
export const factProviderDescriptionSchema = z.object({
  id: factNameSchema.describe('As expressions name it: `slo`.'),
  title: z.string(),
  description: z.string(),
  facts: z.record(factNameSchema, factDescriptionSchema),
  freshnessMs: z
    .number()
    .int()
    .positive()
    .describe(
      'How old a fact may be, in milliseconds; older ones count as unknown.',
    ),
});

/** What a provider says of itself: all that pages and expressions know of it. */
export type FactProviderDescription = z.infer<
  typeof factProviderDescriptionSchema
>;
