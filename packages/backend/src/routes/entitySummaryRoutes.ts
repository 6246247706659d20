import type { RouteRow } from './RouteRow';

/** The routes of what is known of entities at a glance. */
export const entitySummaryRoutes: RouteRow[] = [
  {
    plugin: 'entity-summary',
    caller: 'signed-in',
    reason:
      'What is known of entities that the caller sees; cost is left out for who may not see it.',
    routes: [
      'GET /entities',
      'GET /entities.csv',
      'GET /entities/:kind/:namespace/:name',
      'POST /rows',
    ],
  },
  {
    plugin: 'entity-summary',
    caller: 'signed-in',
    reason:
      'What waits for the caller; views of their own, and of teams that they are a member of.',
    routes: [
      'GET /attention',
      'GET /views',
      'POST /views',
      'DELETE /views/:id',
    ],
  },
];
