import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiDatabase2Line } from '@remixicon/react';
import { provisioningOperatePermission } from '@atrium/plugin-provisioning-common';
import { createProvisioningClient } from './api/createProvisioningClient';
import { provisioningApiRef } from './api/ProvisioningApi';
import { canHaveResources, isProvisioned } from './entityFilters';
import { requestCommand } from './requestCommand';
import {
  definitionsRouteRef,
  editDefinitionRouteRef,
  newDefinitionRouteRef,
  newRequestRouteRef,
  provisioningRouteRef,
  requestRouteRef,
  requestsRouteRef,
  resourceRouteRef,
  resourcesRouteRef,
} from './routes';
import { titles } from './titles';

const provisioningApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: provisioningApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createProvisioningClient(fetchApi),
    }),
});

const provisioningPage = PageBlueprint.make({
  params: {
    path: '/provisioning',
    title: titles('page'),
    icon: <RiDatabase2Line />,
    routeRef: provisioningRouteRef,
  },
});

const resourcesPage = SubPageBlueprint.make({
  name: 'resources',
  params: {
    path: 'resources',
    title: titles('all'),
    routeRef: resourcesRouteRef,
    loader: () =>
      import('./components/resources/ResourcesPage').then(m => (
        <m.ResourcesPage />
      )),
  },
});

const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: titles('requests'),
    routeRef: requestsRouteRef,
    loader: () =>
      import('./components/requests/RequestsPage').then(m => (
        <m.RequestsPage />
      )),
  },
});

const definitionsPage = SubPageBlueprint.make({
  name: 'definitions',
  params: {
    path: 'definitions',
    title: titles('definitions'),
    routeRef: definitionsRouteRef,
    loader: () =>
      import('./components/definitions/DefinitionsPage').then(m => (
        <m.DefinitionsPage />
      )),
  },
});

const leftoversPage = SubPageBlueprint.make({
  name: 'leftovers',
  // For who runs the platform.
  if: { permissions: { $contains: provisioningOperatePermission.name } },
  params: {
    path: 'leftovers',
    title: titles('leftovers'),
    loader: () =>
      import('./components/leftovers/LeftoversPage').then(m => (
        <m.LeftoversPage />
      )),
  },
});

const componentContent = EntityContentBlueprint.make({
  name: 'component',
  params: {
    path: 'resources',
    title: titles('page'),
    filter: canHaveResources,
    loader: () =>
      import('./components/entity/EntityResources').then(m => (
        <m.EntityResources />
      )),
  },
});

const resourceContent = EntityContentBlueprint.make({
  name: 'resource',
  params: {
    path: 'provisioning',
    title: titles('provisioning'),
    filter: isProvisioned,
    loader: () =>
      import('./components/entity/EntityResourceContent').then(m => (
        <m.EntityResourceContent />
      )),
  },
});

const componentCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: canHaveResources,
    loader: () =>
      import('./components/entity/EntityResourcesCard').then(m => (
        <m.EntityResourcesCard />
      )),
  },
});

/** Asks for databases, queues and the like, and looks after them. */
export default createFrontendPlugin({
  pluginId: 'provisioning',
  title: 'Resources',
  icon: <RiDatabase2Line />,
  routes: {
    root: provisioningRouteRef,
    resources: resourcesRouteRef,
    resource: resourceRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    newRequest: newRequestRouteRef,
    definitions: definitionsRouteRef,
    newDefinition: newDefinitionRouteRef,
    editDefinition: editDefinitionRouteRef,
  },
  extensions: [
    provisioningApi,
    provisioningPage,
    resourcesPage,
    requestsPage,
    definitionsPage,
    leftoversPage,
    componentContent,
    resourceContent,
    componentCard,
    requestCommand,
  ],
});
