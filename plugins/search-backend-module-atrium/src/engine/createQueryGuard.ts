import { parseQuery } from '@atrium/common';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { decodePageCursor } from './PageCursor';

/** What the stock router checks itself is left to it. */
const querySchema = z.object({
  term: z.unknown().optional(),
  filters: z.unknown().optional(),
  types: z.unknown().optional(),
  pageCursor: z
    .string()
    .refine(
      // The search field of the TechDocs reader asks for the first page so.
      cursor => cursor === '' || decodePageCursor(cursor) !== undefined,
      'is no page cursor of a search',
    )
    .optional(),
  pageLimit: z
    .string()
    .regex(/^[1-9]\d*$/, 'is not a positive number')
    .optional(),
});

/**
 * Refuses queries that ask for a page that cannot exist, or by a parameter that
 * a search does not have.
 *
 * @remarks
 * The stock router answers 500 to whatever is thrown while it searches, so that
 * a mistake of the caller has to be found before.
 */
export function createQueryGuard(): RequestHandler {
  return (req, _res, next) => {
    parseQuery(querySchema, req.query);
    next();
  };
}
