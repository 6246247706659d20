import { isRecord } from '@atrium/common';
import { pageUrl } from './SitePage';

/** An old address of the site, and what is there now. */
export interface Redirect {
  /** The file that it was, such as `old/install.md`. */
  from: string;
  /** Address inside the site that the file had. */
  url: string;
  /** A file of the docs folder, or a web address, each with an anchor or not. */
  to: string;
}

/** More of them are no documentation. */
const MAX_REDIRECTS = 5_000;

/** Reads `redirect_maps` of the plugin `redirects`. */
export function readRedirects(
  options: Record<string, unknown> | undefined,
): Redirect[] {
  const maps = options?.redirect_maps;
  return Object.entries(isRecord(maps) ? maps : {})
    .slice(0, MAX_REDIRECTS)
    .flatMap(([from, to]) => {
      const isInside = !from.replaceAll('\\', '/').split('/').includes('..');
      return isInside && typeof to === 'string'
        ? [{ from, to, url: pageUrl(from.replace(/^\/+/, '')) }]
        : [];
    });
}
