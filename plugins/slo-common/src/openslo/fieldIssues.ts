import { z } from 'zod';

/** One thing wrong with one field. */
export interface FieldIssue {
  path: PropertyKey[];
  message: string;
}

/**
 * Turns what zod found into one issue for each field, in words that read on from
 * the name of the field.
 */
export function fieldIssues(
  error: z.ZodError,
  { unknownKey = 'is not a field of OpenSLO v1 here' } = {},
): FieldIssue[] {
  return error.issues.flatMap((issue): FieldIssue[] => {
    const { path } = issue;
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map(key => ({
          path: [...path, key],
          message: unknownKey,
        }));
      case 'invalid_key':
        return [{ path, message: issue.issues[0]?.message ?? issue.message }];
      default:
        return [{ path, message: rewordMessage(issue.message) }];
    }
  });
}

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
    for (const issue of fieldIssues(result.error)) {
      context.addIssue({ code: 'custom', ...issue });
    }
    return z.NEVER;
  });
}

/** Words what zod says by itself so that it follows the name of a field. */
function rewordMessage(message: string): string {
  return message
    .replace(/^Invalid input: expected .*, received undefined$/, 'is required')
    .replace(
      /^Invalid input: expected (.*), received (.*)$/,
      'must be of type $1, not $2',
    )
    .replace(/^Too (?:big|small): expected \w+ to (be|have)/, 'must $1')
    .replace(/^Invalid input$/, 'is not valid');
}
