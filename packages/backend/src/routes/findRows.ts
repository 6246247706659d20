import type { RouteRow } from './RouteRow';
import { routeTable } from './routeTable';

/** A route as the routers of the portal name it. */
interface Route {
  method: string;
  /** From the root, such as `/api/catalog/entities`. */
  path: string;
}

/** The rows of a route: those of its plugin, or else those of every plugin. */
export function findRows(route: Route): RouteRow[] {
  const rows = routeTable.filter(row => hasRoute(row, route));
  const own = rows.filter(({ plugin }) => plugin !== '*');
  return own.length > 0 ? own : rows;
}

/** What the table names, and none of the given routes is. */
export function findMissing(routes: Route[]): string[] {
  return routeTable.flatMap(row =>
    row.routes
      .filter(
        name =>
          !routes.some(route => hasRoute({ ...row, routes: [name] }, route)),
      )
      .map(name => `${row.plugin}: ${name}`),
  );
}

function hasRoute(row: RouteRow, { method, path }: Route): boolean {
  const [, plugin = '', rest = path] = /^\/api\/([^/]+)(.*)$/.exec(path) ?? [];
  return (
    [plugin, '*'].includes(row.plugin) &&
    row.routes.includes(`${method} ${rest || '/'}`)
  );
}
