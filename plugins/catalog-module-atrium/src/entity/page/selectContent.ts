import { matchRoutes } from 'react-router-dom';
import type { EntityPageContent } from './EntityPageContent';

/** Tabs that people look for first, in this order; all others follow by title. */
const FIRST_PATHS = [
  '/',
  'definition',
  'docs',
  'delivery',
  'delivery-metrics',
  'slos',
  'runtime',
  'scorecards',
  'cost',
  'resources',
];

/** The tabs in the order in which they are shown. */
export function sortContents(
  contents: EntityPageContent[],
): EntityPageContent[] {
  const rankOf = ({ path }: EntityPageContent) => {
    const rank = FIRST_PATHS.indexOf(path === '/' ? path : trimPath(path));
    return rank < 0 ? FIRST_PATHS.length : rank;
  };
  return [...contents].sort(
    (a, b) => rankOf(a) - rankOf(b) || a.title.localeCompare(b.title, 'en'),
  );
}

/** What the router is told of a tab: it may have pages of its own below it. */
export function toRoutePath({ path }: Pick<EntityPageContent, 'path'>): string {
  const trimmed = trimPath(path);
  return trimmed === '' ? '' : `${trimmed}/*`;
}

/** The tab that a path below the address of the entity leads to. */
export function selectContent(
  contents: EntityPageContent[],
  pathBelow: string,
): EntityPageContent | undefined {
  const routes = contents.map(content => ({
    id: content.path,
    path: toRoutePath(content),
  }));
  const [match] = matchRoutes(routes, `/${pathBelow}`) ?? [];
  return contents.find(({ path }) => path === match?.route.id);
}

/** The path of a tab as it follows the address of the entity. */
export function trimPath(path: string): string {
  return path.replace(/^\/+/, '').replace(/\/?\*?$/, '');
}
