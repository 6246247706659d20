import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { parseInput } from './parseInput';

/** The query of a route that takes no parameters. */
export const noQuerySchema = z.object({});

/**
 * Parses the query parameters of a request by a zod schema: an object, or
 * several of them joined by `and`.
 *
 * @remarks A parameter that the route does not know is refused: a filter with
 * a spelling mistake would otherwise answer everything as if it were meant.
 *
 * @throws InputError that names each unknown parameter beside those the route
 * knows, or each field and what is wrong with it.
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: object,
): z.output<Schema> {
  const known = listKeys(schema);
  const unknown = Object.keys(query).filter(key => !known.includes(key));
  if (unknown.length > 0) {
    throw new InputError(
      `Unknown query parameter ${quote(unknown)}; ${
        known.length > 0
          ? `this route takes ${quote(known)}`
          : 'this route takes none'
      }`,
    );
  }
  return parseInput(schema, query);
}

function listKeys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.keys(schema.shape);
  }
  if (schema instanceof z.ZodIntersection) {
    return [...listKeys(schema.def.left), ...listKeys(schema.def.right)];
  }
  if (schema instanceof z.ZodPipe) {
    return listKeys(schema.def.in);
  }
  throw new TypeError('The schema of a query must be an object');
}

function quote(keys: string[]): string {
  return keys.map(key => `'${key}'`).join(', ');
}
