import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

// PostgreSQL takes no NUL in a text, so that it would become a 500 there.
const NUL = /%00/;
const CONTROL_CHARACTER = /%(?:[01][0-9a-f]|7f)/i;

/** Refuses addresses that no name or reference can have. */
export function refuseControlCharacters(): RequestHandler {
  return (req, _res, next) => {
    if (NUL.test(req.originalUrl) || CONTROL_CHARACTER.test(req.path)) {
      throw new InputError('The address has a control character in it');
    }
    next();
  };
}
