import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page about all resources. */
export const provisioningRouteRef = createRouteRef();

/** The list of resources. */
export const resourcesRouteRef = createRouteRef();

/** One resource. */
export const resourceRouteRef = createSubRouteRef({
  parent: resourcesRouteRef,
  path: '/:resourceId',
});

/** The list of requests. */
export const requestsRouteRef = createRouteRef();

/** The form by which one asks for a resource. */
export const newRequestRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/new',
});

/** One request. */
export const requestRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/:requestId',
});

/** What can be asked for. */
export const definitionsRouteRef = createRouteRef();

/** The form of a new definition. */
export const newDefinitionRouteRef = createSubRouteRef({
  parent: definitionsRouteRef,
  path: '/new',
});

/** The form of a definition. */
export const editDefinitionRouteRef = createSubRouteRef({
  parent: definitionsRouteRef,
  path: '/:definition/edit',
});
