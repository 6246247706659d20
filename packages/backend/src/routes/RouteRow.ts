/**
 * Who may call a route:
 * - `nobody`: everybody, without a token; where it is for somebody in
 *   particular, the route checks a signature or a secret itself
 * - `service`: other parts of the backend, and tools with a static token
 * - `signed-in`: every person with a valid token
 * - `owner`: whoever owns the thing that the call is about
 * - `admin`: members of the admin groups
 */
export type RouteCaller =
  | 'nobody'
  | 'service'
  | 'signed-in'
  | 'owner'
  | 'admin';

/** Routes of one plugin that the same people may call for the same reason. */
export interface RouteRow {
  /** The id of the plugin, `*` for any, or nothing for routes outside of them. */
  plugin: string;
  caller: RouteCaller;
  /** Why they and nobody else, in one line. */
  reason: string;
  /** Method and path below that of the plugin; `ANY` is a handler of its own. */
  routes: string[];
}
