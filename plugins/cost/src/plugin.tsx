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
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { costApiRef } from './api/CostApi';
import { createCostClient } from './api/createCostClient';
import { createDeliveryClient } from './api/createDeliveryClient';
import { deliveryApiRef } from './api/DeliveryApi';
import { costCommand } from './costCommand';
import { canHaveCost } from './entityFilters';
import { costRouteRef } from './routes';
import { titles } from './titles';

const costApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: costApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createCostClient(fetchApi),
    }),
});

const deliveryApi = ApiBlueprint.make({
  name: 'delivery',
  params: defineParams =>
    defineParams({
      api: deliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createDeliveryClient(fetchApi),
    }),
});

const costPage = PageBlueprint.make({
  params: {
    path: '/cost',
    title: titles('page'),
    icon: <RiMoneyEuroCircleLine />,
    routeRef: costRouteRef,
    // Has the tabs of its pages.
    noHeader: true,
    loader: () => import('./components/CostPages').then(m => <m.CostPages />),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: 'cost',
    title: titles('page'),
    filter: canHaveCost,
    loader: () =>
      import('./components/entity/EntityCost').then(m => <m.EntityCost />),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: canHaveCost,
    loader: () =>
      import('./components/card/CostCard').then(m => <m.CostCard />),
  },
});

const teamCosts = HomePageWidgetBlueprint.make({
  name: 'team-costs',
  params: {
    name: 'TeamCosts',
    components: () =>
      import('./components/home/TeamCosts').then(m => m.teamCostsWidget),
  },
});

/** What a service costs, why it rose, and what nobody answers for. */
export default createFrontendPlugin({
  pluginId: 'cost',
  title: 'Cost',
  icon: <RiMoneyEuroCircleLine />,
  routes: { root: costRouteRef },
  extensions: [
    costApi,
    deliveryApi,
    costPage,
    entityContent,
    entityCard,
    teamCosts,
    costCommand,
  ],
});
