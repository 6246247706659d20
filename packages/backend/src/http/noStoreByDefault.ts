import type { RequestHandler } from 'express';

const ANSWERS = /^\/(?:api|\.well-known|\.backstage)(?:\/|$)/i;

/**
 * Has browsers and proxies keep no answer of an API, unless its handler says
 * how long it may be kept: what one person may see must not be shown to the
 * next one at the same screen.
 *
 * @remarks The header is added as late as possible, since static files get the
 * one that their handler chose only where none is set yet.
 */
export function noStoreByDefault(): RequestHandler {
  return (req, res, next) => {
    if (ANSWERS.test(req.path)) {
      const writeHead = res.writeHead;
      res.writeHead = (...options: unknown[]) => {
        if (!res.hasHeader('Cache-Control')) {
          res.setHeader('Cache-Control', 'no-store');
        }
        return Reflect.apply(writeHead, res, options);
      };
    }
    next();
  };
}
