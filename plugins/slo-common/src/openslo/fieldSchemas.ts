import { z } from 'zod';
import { isFixedLength, parseDuration } from '../definition/duration';

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const KEY_NAME = /^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?$/;
const KEY_PREFIX =
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** The name of an object, as RFC 1123 has it. */
export const nameSchema = z.string().regex(NAME, {
  message:
    'must be at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends',
});

export const displayNameSchema = z.string().min(1).max(1050);

export const descriptionSchema = z
  .string()
  .max(1050, { message: 'must have at most 1050 characters' });

/** A length of time, such as `28d`. */
export const shorthandSchema = z
  .string({ error: 'must be a duration such as 28d, in quotes if need be' })
  .refine(value => parseDuration(value) !== undefined, {
    message:
      'must be a whole number above 0 and one of m, h, d, w, M, Q, Y, such as 28d',
  });

/** A length of time that is always the same number of minutes. */
export const fixedShorthandSchema = shorthandSchema.refine(
  value => {
    const duration = parseDuration(value);
    return !duration || isFixedLength(duration);
  },
  { message: 'must be in minutes, hours, days or weeks' },
);

export const comparisonOperatorSchema = z.enum(['lte', 'gte', 'lt', 'gt'], {
  error: 'must be one of lte, gte, lt, gt',
});

const labelKeySchema = z.string().regex(KEY_NAME, {
  message:
    'must be at most 63 letters, digits, dots, hyphens and underscores, with a letter or digit at both ends',
});

const annotationKeySchema = z.string().superRefine((key, context) => {
  const slash = key.lastIndexOf('/');
  const prefix = key.slice(0, Math.max(slash, 0));
  const isWellFormed =
    KEY_NAME.test(key.slice(slash + 1)) &&
    (slash < 0 || (prefix.length <= 253 && KEY_PREFIX.test(prefix)));
  if (!isWellFormed) {
    context.addIssue({
      code: 'custom',
      message:
        "must be a name of at most 63 characters, after an optional DNS prefix and '/'",
    });
  }
});

/**
 * What every object says about itself. A list or map that is named and left
 * empty is one that is not there, here and everywhere.
 */
export const metadataSchema = z.strictObject({
  name: nameSchema,
  displayName: displayNameSchema.optional(),
  labels: z
    .record(
      labelKeySchema,
      z.union([z.string(), z.array(z.string())], {
        error: 'must be a text or a list of texts, in quotes if need be',
      }),
    )
    .nullish(),
  annotations: z
    .record(
      annotationKeySchema,
      z.string({ error: 'must be a text, in quotes if need be' }),
    )
    .nullish(),
});

/** What every object says about itself. */
export type OpenSloMetadata = z.infer<typeof metadataSchema>;

/** YAML that has a meaning to a source only. */
export const freeFormObjectSchema = z.record(z.string(), z.json());

/** How a source is reached, as it wants it: OpenSLO takes any YAML. */
export const connectionDetailsSchema = z.union(
  [freeFormObjectSchema, z.array(z.json())],
  { error: 'must be a map or a list' },
);
