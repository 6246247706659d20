import type { RouteRow } from './RouteRow';

/** What the framework adds to every plugin. */
export const frameworkRoutes: RouteRow[] = [
  {
    plugin: '*',
    caller: 'nobody',
    reason: 'Public keys, by which plugins check the tokens of each other.',
    routes: ['GET /.backstage/auth/v1/jwks.json'],
  },
  {
    plugin: '*',
    caller: 'signed-in',
    reason: 'Turns a token into a cookie that reads static files only.',
    routes: ['GET /.backstage/auth/v1/cookie'],
  },
  {
    plugin: '*',
    caller: 'nobody',
    reason: 'Takes the own cookie away; there may be no session any more.',
    routes: ['DELETE /.backstage/auth/v1/cookie'],
  },
  {
    plugin: '*',
    caller: 'admin',
    reason: 'See scheduler.task.read and scheduler.task.control in the policy.',
    routes: [
      'ANY /.backstage/scheduler',
      'GET /.backstage/scheduler/v1/tasks',
      'POST /.backstage/scheduler/v1/tasks/:id/trigger',
      'POST /.backstage/scheduler/v1/tasks/:id/cancel',
    ],
  },
  {
    plugin: '*',
    caller: 'signed-in',
    reason:
      'Which permissions and rules there are; nothing about who has them.',
    routes: ['GET /.well-known/backstage/permissions/metadata'],
  },
  {
    plugin: '*',
    caller: 'service',
    reason: 'The permission backend asks the plugin that knows the resource.',
    routes: [
      'ANY /.well-known/backstage/permissions/apply-conditions',
      'POST /.well-known/backstage/permissions/apply-conditions',
    ],
  },
  {
    plugin: '*',
    caller: 'signed-in',
    reason: 'Tools for agents; each decides by the rights of who calls it.',
    routes: [
      'GET /.backstage/actions/v1/actions',
      'POST /.backstage/actions/v1/actions/:actionId/invoke',
      'POST /.backstage/actions/v2/actions/:actionId/invoke',
    ],
  },
  {
    plugin: '*',
    caller: 'service',
    reason: 'Tells the other parts of the backend whether there are tools.',
    routes: ['GET /.backstage/actions/v1/status'],
  },
  {
    plugin: '*',
    caller: 'signed-in',
    reason: 'Describes the routes of the plugin.',
    routes: ['GET /openapi.json'],
  },
  {
    plugin: 'auth',
    caller: 'nobody',
    reason:
      'People who are not signed in reach it; it names, and does nothing.',
    routes: [
      'GET /.well-known/backstage/permissions/metadata',
      'GET /.backstage/actions/v1/actions',
    ],
  },
  {
    plugin: '',
    caller: 'nobody',
    reason: 'Whether the portal is up, for load balancers.',
    routes: [
      'GET /.backstage/health/v1/liveness',
      'GET /.backstage/health/v1/readiness',
    ],
  },
  {
    plugin: '',
    caller: 'nobody',
    reason: 'Answers 404 for whatever no plugin takes.',
    routes: ['ANY /api'],
  },
];
