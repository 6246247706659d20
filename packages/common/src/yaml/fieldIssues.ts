import type { z } from 'zod';
import type { TextPosition } from './composeYaml';

/** One thing wrong with one field. */
export interface FieldIssue {
  path: PropertyKey[];
  /** Reads on from the name of the field: `is required`. */
  message: string;
}

/** What is wrong with a file, as people read it. */
export interface FieldProblem extends Partial<TextPosition> {
  message: string;
  /** The field, for example `spec.objectives[0].target`. */
  path?: string;
}

/** How {@link fieldIssues} words what zod found. */
export interface FieldIssueOptions {
  /** Of a field that does not exist: `is not a field of OpenSLO v1 here`. */
  unknownKey: string;
}

/**
 * Turns what zod found into one issue for each field, in words that read on from
 * the name of the field.
 */
export function fieldIssues(
  error: z.ZodError,
  { unknownKey }: FieldIssueOptions,
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

/** Words an issue as a problem of a file, at the place of its field. */
export function toFieldProblem(
  { path, message }: FieldIssue,
  locate: (path: readonly PropertyKey[]) => TextPosition | undefined,
): FieldProblem {
  const written = formatPath(path);
  return {
    message: written ? `${written} ${message}` : `The document ${message}`,
    path: written || undefined,
    ...locate(path),
  };
}

/** Writes a path as people do: `spec.objectives[0].target`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number') {
      return `${written}[${key}]`;
    }
    const name = String(key);
    if (!/^\w+$/.test(name)) {
      return `${written}['${name}']`;
    }
    return written ? `${written}.${name}` : name;
  }, '');
}

/** Words what zod says by itself so that it follows the name of a field. */
function rewordMessage(message: string): string {
  return message
    .replace(/^Invalid input: expected .*, received undefined$/, 'is required')
    .replace(
      /^Invalid input: expected (.*), received (.*)$/,
      'must be of type $1, not $2',
    )
    .replace(/^Invalid input: expected "(.*)"$/, "must be '$1'")
    .replace(/^Invalid option: expected one of (.*)$/, (_, options: string) => {
      const names = options.split('|').map(name => name.replaceAll('"', ''));
      return `must be one of ${names.join(', ')}`;
    })
    .replace(/^Too (?:big|small): expected \w+ to (be|have)/, 'must $1')
    .replace(/ >=(\d+)/, ' at least $1')
    .replace(/ <=(\d+)/, ' at most $1')
    .replace(/ 1 (item|character)s$/, ' 1 $1')
    .replace(/^Invalid input$/, 'is not valid');
}
