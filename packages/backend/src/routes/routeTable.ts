import { atriumRoutes } from './atriumRoutes';
import { entityGraphRoutes } from './entityGraphRoutes';
import { entitySummaryRoutes } from './entitySummaryRoutes';
import { frameworkRoutes } from './frameworkRoutes';
import type { RouteRow } from './RouteRow';
import { stockRoutes } from './stockRoutes';
import { techdocsRoutes } from './techdocsRoutes';

/** The routes of plugins that are written here. */
export const atriumTable: RouteRow[] = [
  ...atriumRoutes,
  ...entityGraphRoutes,
  ...entitySummaryRoutes,
  ...techdocsRoutes,
];

/**
 * Who may call which route. A test compares it with the routers of the running
 * portal, so that neither a plugin nor an upgrade can bring a route in unnoticed,
 * and calls each route as those who may not.
 *
 * @remarks It describes; what decides is the code of the routes and the policy
 * table of the permission module.
 */
export const routeTable: RouteRow[] = [
  ...frameworkRoutes,
  ...stockRoutes,
  ...atriumTable,
];
