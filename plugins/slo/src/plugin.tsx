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
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiFocus3Line } from '@remixicon/react';
import { createDeliveryEventsClient } from './api/createDeliveryEventsClient';
import { deliveryEventsApiRef } from './api/DeliveryEventsApi';
import { sloApiRef } from './api/SloApi';
import { createSloClient } from './api/createSloClient';
import { canHaveSlos, hasSloFile } from './hasSloFile';
import { agreementsRouteRef, slosPageRouteRef } from './routes';

const sloApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sloApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createSloClient(fetchApi),
    }),
});

const deliveryEventsApi = ApiBlueprint.make({
  name: 'delivery-events',
  params: defineParams =>
    defineParams({
      api: deliveryEventsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createDeliveryEventsClient(fetchApi),
    }),
});

const slosPage = PageBlueprint.make({
  params: {
    path: '/slos',
    title: 'SLOs',
    icon: <RiFocus3Line />,
    routeRef: slosPageRouteRef,
  },
});

const objectivesPage = SubPageBlueprint.make({
  name: 'objectives',
  params: {
    path: 'objectives',
    title: 'Objectives',
    loader: () =>
      import('./components/SlosPage/SlosPage').then(m => <m.SlosPage />),
  },
});

const agreementsPage = SubPageBlueprint.make({
  name: 'agreements',
  params: {
    path: 'agreements',
    title: 'Agreements',
    routeRef: agreementsRouteRef,
    loader: () =>
      import('./components/Agreements/AgreementsPage').then(m => (
        <m.AgreementsPage />
      )),
  },
});

const sloContent = EntityContentBlueprint.make({
  params: {
    path: 'slos',
    title: 'SLOs',
    filter: canHaveSlos,
    loader: () =>
      import('./components/SloContent/SloContent').then(m => <m.SloContent />),
  },
});

const sloCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: hasSloFile,
    loader: () =>
      import('./components/SloCard/SloCard').then(m => <m.SloCard />),
  },
});

const teamSlos = HomePageWidgetBlueprint.make({
  name: 'team-slos',
  params: {
    name: 'TeamSlos',
    title: 'SLOs of my team',
    description: 'Those at risk or breached',
    components: () =>
      import('./components/TeamSlos/TeamSlos').then(m => ({
        Content: m.TeamSlos,
      })),
  },
});

/** How much error budget is left, and what burns it. */
export default createFrontendPlugin({
  pluginId: 'slo',
  title: 'SLOs',
  icon: <RiFocus3Line />,
  routes: { root: slosPageRouteRef, agreements: agreementsRouteRef },
  extensions: [
    sloApi,
    deliveryEventsApi,
    slosPage,
    objectivesPage,
    agreementsPage,
    sloContent,
    sloCard,
    teamSlos,
  ],
});
