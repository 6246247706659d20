import { Router, type RequestHandler, type Response } from 'express';
import onHeaders from 'on-headers';

/** Where the stock plugin serves what it published. */
const PUBLISHED = '/static/docs';

/** What a page of documentation loads, and no browser runs. */
const SCRIPTLESS_TYPES =
  /^(?:image\/(?!svg)|font\/|video\/|audio\/|text\/(?:plain|css)\b|application\/(?:json|pdf|font-|vnd\.ms-fontobject))/i;
const PLAIN_TEXT = 'text/plain; charset=utf-8';

/**
 * Serves published documentation so that nothing in it can run as the portal.
 *
 * @remarks It comes from the same address as the portal itself, and anybody who
 * may push to a repository decides what is in it. The stock plugin keeps HTML
 * and SVG from being pages, but a file that ends with `.js` would be a script.
 * Express decides which addresses are meant, as it does for the plugin: it takes
 * `/STATIC/Docs` for the same.
 */
export const serveWithoutScripts: RequestHandler = Router().use(
  PUBLISHED,
  (_req, res, next) => {
    // The publisher decides on the type last, when it sends the file.
    onHeaders(res, () => forbidScripts(res));
    next();
  },
);

function forbidScripts(res: Response): void {
  const type = String(res.getHeader('Content-Type') ?? '');
  if (type !== '' && !SCRIPTLESS_TYPES.test(type)) {
    res.setHeader('Content-Type', PLAIN_TEXT);
  }
  res.setHeader('X-Content-Type-Options', 'nosniff');
  // A PDF viewer is a program of the browser, which a sandbox keeps out.
  res.setHeader(
    'Content-Security-Policy',
    /^application\/pdf/i.test(type)
      ? "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
      : "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
}
