import { fieldIssues } from '@atrium/common/yaml';
import { z } from 'zod';

/** What is said of a field that OpenSLO does not have. */
export const UNKNOWN_KEY = 'is not a field of OpenSLO v1 here';

/**
 * Reads an item that is either a reference or written out.
 *
 * @remarks A plain union would only say that neither matched.
 */
export function referenceOr<Field extends string, Inline extends z.ZodType>(
  field: Field,
  options: { name: z.ZodType<string>; inline: Inline },
) {
  const reference = z.strictObject({ [field]: options.name } as Record<
    Field,
    z.ZodType<string>
  >);
  return z.unknown().transform((value, context) => {
    const isReference =
      typeof value === 'object' && value !== null && field in value;
    const result = isReference
      ? reference.safeParse(value)
      : options.inline.safeParse(value);
    if (result.success) {
      return result.data;
    }
    for (const issue of fieldIssues(result.error, {
      unknownKey: UNKNOWN_KEY,
    })) {
      context.addIssue({ code: 'custom', ...issue });
    }
    return z.NEVER;
  });
}
