import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiRocketLine } from '@remixicon/react';
import { deliveryApiRef } from './api/DeliveryApi';
import { createDeliveryClient } from './api/createDeliveryClient';
import { deploymentsCommand } from './deploymentsCommand';
import { deliveryPageRouteRef } from './routes';
import { toolsCard } from './tools/toolsCard';
import { titles } from './titles';

const deliveryApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: deliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createDeliveryClient(fetchApi),
    }),
});

const deliveryPage = PageBlueprint.make({
  params: {
    path: '/delivery',
    title: titles('page'),
    icon: <RiRocketLine />,
    routeRef: deliveryPageRouteRef,
    loader: () =>
      import('./components/DeliveryPage/DeliveryPage').then(m => (
        <m.DeliveryPage />
      )),
  },
});

const componentContent = EntityContentBlueprint.make({
  params: {
    path: 'delivery',
    title: titles('page'),
    filter: { kind: 'component' },
    loader: () =>
      import('./components/DeliveryContent/DeliveryContent').then(m => (
        <m.DeliveryContent />
      )),
  },
});

const ownerContent = EntityContentBlueprint.make({
  name: 'dora',
  params: {
    path: 'delivery-metrics',
    title: titles('page'),
    filter: { kind: { $in: ['group', 'system', 'domain'] } },
    loader: () =>
      import('./components/DoraSection/EntityDora').then(m => <m.EntityDora />),
  },
});

const deliveryCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/DeliveryCard/DeliveryCard').then(m => (
        <m.DeliveryCard />
      )),
  },
});

/** What is built, what runs where, and how well we ship. */
export default createFrontendPlugin({
  pluginId: 'delivery',
  title: 'Delivery',
  icon: <RiRocketLine />,
  routes: { root: deliveryPageRouteRef },
  extensions: [
    deliveryApi,
    deliveryPage,
    componentContent,
    ownerContent,
    deliveryCard,
    toolsCard,
    deploymentsCommand,
  ],
});
