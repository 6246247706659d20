import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** One page of a list, as every list endpoint of Atrium answers it. */
export interface Page<T> {
  items: T[];
  /** How many items all pages have together. */
  totalItems: number;
  /** Asks for the next page; absent on the last one. */
  nextCursor?: string;
}

/** The most items that one answer holds. */
export const MAX_PAGE_SIZE = 200;

/** The query parameters of a paged list. `limit` is a number of items. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number<number>().int().min(1).max(MAX_PAGE_SIZE).default(50),
  cursor: z.string().min(1).optional(),
});

/** The query parameters of a paged list, parsed. */
export type PageQuery = z.output<typeof pageQuerySchema>;

/**
 * Writes where a page ended as an opaque cursor: base64url of its JSON.
 *
 * @remarks A cursor is no secret and carries no right: the reader checks what
 * it finds in it like any other input.
 */
export function encodeCursor(position: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(position));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Reads a cursor that {@link encodeCursor} wrote.
 *
 * @throws InputError when it is not a cursor of this list.
 */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string,
): z.output<Schema> {
  const result = schema.safeParse(readJson(cursor));
  if (!result.success) {
    throw new InputError(`'${cursor}' is not a cursor of this list`);
  }
  return result.data;
}

function readJson(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
