import { Problem } from './Problem.ts';
import type { Route } from './routes.ts';

export interface RouteMatch {
  route: Route;
  params: Record<string, string>;
}

/** Finds the route of a request; 404 for an unknown path, 405 for a method. */
export function matchRoute(
  routes: Route[],
  method: string,
  pathname: string,
): RouteMatch {
  let isKnownPath = false;
  for (const route of routes) {
    const params = matchPath(route.path, pathname);
    if (params) {
      if (route.method === method) {
        return { route, params };
      }
      isKnownPath = true;
    }
  }
  throw isKnownPath
    ? new Problem(405, `${method} is not allowed on '${pathname}'`)
    : new Problem(404, `Nothing at '${pathname}'`);
}

function matchPath(
  pattern: string,
  pathname: string,
): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = pathname.split('/');
  if (expected.length !== actual.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    if (segment.startsWith(':')) {
      params[segment.slice(1)] = value;
    } else if (segment !== value) {
      return undefined;
    }
  }
  return params;
}
