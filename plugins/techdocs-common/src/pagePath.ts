import { z } from 'zod';

/**
 * The address of a page inside its site, in the one way it is kept and compared:
 * without a slash at its start, with one at its end, and empty for the start page.
 *
 * @param path - as it stands in an address: `/guides/refund/index.html`
 */
export function toPagePath(path: string): string {
  const trimmed = decode(path)
    .replace(/(?:^|\/)index\.html$/, '')
    .replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `${trimmed}/`;
}

/** The address of a page inside its site. */
export const pagePathSchema = z
  .string()
  .max(500)
  .transform(toPagePath)
  .refine(
    path =>
      !/[\\\p{Cc}?#]/u.test(path) &&
      path.split('/').every(name => name !== '..' && name !== '.'),
    { message: "must be the address of a page, such as 'guides/refund/'" },
  );

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A name with a percent sign that encodes nothing is taken as it is.
    return path;
  }
}
