import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { decodePageCursor } from './PageCursor';

/**
 * Refuses queries that ask for a page that cannot exist.
 *
 * @remarks
 * The stock router answers 500 to whatever is thrown while it searches, so that
 * a mistake of the caller has to be found before.
 */
export function createQueryGuard(): RequestHandler {
  return (req, _res, next) => {
    const { pageCursor, pageLimit } = req.query;
    if (
      pageCursor !== undefined &&
      // The search field of the TechDocs reader asks for the first page so.
      pageCursor !== '' &&
      (typeof pageCursor !== 'string' ||
        decodePageCursor(pageCursor) === undefined)
    ) {
      throw new InputError(`'${pageCursor}' is no page cursor of a search`);
    }
    if (pageLimit !== undefined && !/^[1-9]\d*$/.test(String(pageLimit))) {
      throw new InputError(
        `The page limit '${pageLimit}' is not a positive number`,
      );
    }
    next();
  };
}
