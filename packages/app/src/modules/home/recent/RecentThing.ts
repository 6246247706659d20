/** An entity, or the documentation of one, that a person had open. */
export interface RecentThing {
  entityRef: string;
  part: 'entity' | 'docs';
  /** Where they left it. */
  href: string;
  /** When: ISO 8601, UTC. */
  visitedAt: string;
}

interface PageVisit {
  pathname: string;
  timestamp: number;
}

/** `/catalog/:ns/:kind/:name`, with a tab behind it, and `/docs/:ns/:kind/:name`. */
const PAGE_OF_ENTITY =
  /^\/(?<root>catalog|docs)\/(?<namespace>[^/]+)\/(?<kind>[^/]+)\/(?<name>[^/]+)(?:\/(?<tab>[^/]+))?/;

/** The things among visited pages, each once, latest first. */
export function toRecentThings(visits: PageVisit[]): RecentThing[] {
  const things = new Map<string, RecentThing>();
  const latestFirst = [...visits].sort((a, b) => b.timestamp - a.timestamp);
  for (const { pathname, timestamp } of latestFirst) {
    const groups = PAGE_OF_ENTITY.exec(pathname)?.groups;
    if (!groups) {
      continue;
    }
    const { root, kind, namespace, name, tab } = groups;
    const part = root === 'docs' || tab === 'docs' ? 'docs' : 'entity';
    const entityRef = `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
    const key = `${part} ${entityRef}`;
    if (!things.has(key)) {
      const visitedAt = new Date(timestamp).toISOString();
      things.set(key, { entityRef, part, href: pathname, visitedAt });
    }
  }
  return [...things.values()];
}
