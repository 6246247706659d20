import { z } from 'zod';

const rowIdSchema = z.guid();

/**
 * Whether a row can have an id, which has the form of a UUID. Nothing has another one,
 * and a database would refuse to look for it.
 */
export function isRowId(id: string): boolean {
  return rowIdSchema.safeParse(id).success;
}
