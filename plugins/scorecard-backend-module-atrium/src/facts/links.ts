import { type Entity, parseEntityRef } from '@backstage/catalog-model';

/** The page of an entity in the portal, or one of its tabs. */
export function entityPage(entityRef: string, tab = ''): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}${tab && `/${tab}`}`;
}

/** The file that an entity was read from, for people; by the catalog's word. */
export function entityFile(entity: Entity): string | undefined {
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'];
  return location?.startsWith('url:http') ? location.slice(4) : undefined;
}

/** The same address for each of some facts; none where there is none. */
export function urlsFor(
  names: string[],
  url: string | undefined,
): Record<string, string> {
  return url ? Object.fromEntries(names.map(name => [name, url])) : {};
}
