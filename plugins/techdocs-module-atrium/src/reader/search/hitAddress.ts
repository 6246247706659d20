import { HIT_PARAMETER } from '../hits/hitParameter';

interface HitAddressOptions {
  /** Of the page that is shown, and what of it is inside the site. */
  pathname: string;
  path: string;
  /** What was searched for, to be marked on the page. */
  term: string;
}

/**
 * Where a hit is read: in the reader that it was searched in, be that a page or
 * the tab of an entity.
 *
 * @param location - as the index has it: `/docs/default/component/shop/refund/#fees`
 */
export function hitAddress(
  location: string,
  { pathname, path, term }: HitAddressOptions,
): string {
  const url = new URL(location, 'https://portal.invalid');
  const page = url.pathname.split('/').slice(5).join('/');
  const start = pathname
    .slice(0, pathname.length - path.length)
    .replace(/\/+$/, '');
  const search = new URLSearchParams({ [HIT_PARAMETER]: term });
  return `${start}/${page}?${search}${url.hash}`;
}
