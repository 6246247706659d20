import type { RequestHandler } from 'express';

/** An address that a router answers. */
export interface CollectedRoute {
  /** `GET` and so on, or `ANY` for a handler that looks at it itself. */
  method: string;
  /** As it was registered, with its parameters: `/api/catalog/entities/:id`. */
  path: string;
}

/** What Express 4 keeps of each handler; it has no types of its own. */
interface Layer {
  handle: RequestHandler & Stacked;
  name: string;
  regexp: RegExp & { fast_slash?: boolean };
  keys: { name: string | number }[];
  route?: { path: string | string[]; stack: { method?: string }[] };
}

/** A router has its handlers itself, an application those of a router within. */
interface Stacked {
  stack?: unknown;
  _router?: { stack?: unknown };
}

/** What routers and applications are called. */
const ROUTERS = ['router', 'app', 'mounted_app'];

/** Handlers of Express that read bodies and answer nothing. */
const PARSERS = ['jsonParser', 'urlencodedParser', 'rawParser', 'textParser'];

/**
 * Every route of an application or router, and of those within it. A handler
 * without a method is listed where it has a path of its own; the others only
 * prepare requests.
 */
export function collectRoutes(
  router: Stacked,
  mountPath = '',
): CollectedRoute[] {
  return readLayers(router).flatMap(layer => {
    if (layer.route) {
      return listRoute(layer.route, mountPath);
    }
    if (PARSERS.includes(layer.name)) {
      return [];
    }
    const path = join(mountPath, readMountPath(layer));
    const routes = collectRoutes(layer.handle, path);
    // Static files, for example, are answered at a path without a route.
    return routes.length === 0 && path !== mountPath
      ? [{ method: 'ANY', path }]
      : routes;
  });
}

function readLayers(router: Stacked & { name?: string }): Layer[] {
  const stack = router.stack ?? router._router?.stack;
  if (!stack && ROUTERS.includes(router.name ?? '')) {
    throw new Error(`Cannot look into '${router.name}' for routes`);
  }
  return (stack ?? []) as Layer[];
}

function listRoute(
  { path: paths, stack }: NonNullable<Layer['route']>,
  mountPath: string,
): CollectedRoute[] {
  const methods = new Set(stack.map(({ method }) => method ?? 'any'));
  return [paths].flat().flatMap(path =>
    [...methods].map(method => ({
      method: method.toUpperCase(),
      path: join(mountPath, path),
    })),
  );
}

function join(mountPath: string, path: string): string {
  return path === '/' ? mountPath : `${mountPath}${path}`;
}

/** The path that a router was mounted at, which is kept as an expression only. */
function readMountPath({ regexp, keys }: Layer): string {
  if (regexp.fast_slash) {
    return '';
  }
  const names = keys.map(({ name }) => `:${name}`);
  const path = regexp.source
    .replace(/^\^/, '')
    .replace(/\\\/\?\(\?=\\\/\|\$\)$/, '')
    .replaceAll('(?:\\/([^/]+?))', () => `/${names.shift()}`)
    .replaceAll(/\\(.)/g, '$1');
  if (/[\^$()?|[\]]/.test(path) || names.length > 0) {
    throw new Error(`Cannot read the path of ${regexp}`);
  }
  return path;
}
