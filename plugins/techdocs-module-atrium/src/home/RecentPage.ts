/** A documentation page that the person read. */
export interface RecentPage {
  entityRef: string;
  /** Address inside the site without slashes around it; empty for its start. */
  path: string;
  /** When it was read last: ISO 8601, UTC. */
  readAt: string;
}

interface DocsVisit {
  pathname: string;
  timestamp: number;
}

/** `/docs/:ns/:kind/:name` of the reader, `/catalog/.../docs` of an entity. */
const VISITED_PAGE =
  /^\/(?:docs\/([^/]+)\/([^/]+)\/([^/]+)|catalog\/([^/]+)\/([^/]+)\/([^/]+)\/docs)(?:\/(.*))?$/;

/** The documentation among visited pages, each page once, latest first. */
export function toRecentPages(visits: DocsVisit[]): RecentPage[] {
  const pages = new Map<string, RecentPage>();
  const latestFirst = [...visits].sort((a, b) => b.timestamp - a.timestamp);
  for (const { pathname, timestamp } of latestFirst) {
    const match = VISITED_PAGE.exec(pathname);
    if (!match) {
      continue;
    }
    const [namespace, kind, name] = match[1]
      ? match.slice(1, 4)
      : match.slice(4, 7);
    const entityRef = `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
    const path = (match[7] ?? '').replace(/\/+$/, '');
    const key = `${entityRef}/${path}`;
    if (!pages.has(key)) {
      const readAt = new Date(timestamp).toISOString();
      pages.set(key, { entityRef, path, readAt });
    }
  }
  return [...pages.values()];
}

/** `guides/refund-a-payment` in words: `Guides › Refund a payment`. */
export function pageTitle(path: string): string {
  return path
    .split('/')
    .map(segment => {
      const words = decodeSegment(segment).replace(/[-_]+/g, ' ').trim();
      return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
    })
    .join(' › ');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign in an address is no reason to show nothing.
    return segment;
  }
}
