import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * Parses input from outside by a zod schema.
 *
 * @throws InputError that names each field and what is wrong with it, which the
 * backend answers as a 400. A raw ZodError would become a 500.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  throw new InputError(describeIssues(result.error.issues));
}

function describeIssues(issues: z.core.$ZodIssue[]): string {
  return `Invalid input: ${[...new Set(issues.map(describeIssue))].join('; ')}`;
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length > 0 ? `'${path.join('.')}': ${message}` : message;
}
