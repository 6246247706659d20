import { Fragment } from 'react';
import {
  ApiBlueprint,
  coreExtensionData,
  createExtensionInput,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiFocus3Line } from '@remixicon/react';
import { createDeliveryEventsClient } from './api/createDeliveryEventsClient';
import { deliveryEventsApiRef } from './api/DeliveryEventsApi';
import { sloApiRef } from './api/SloApi';
import { createSloClient } from './api/createSloClient';
import { canHaveSlos, hasSloFile } from './hasSloFile';
import { newSloCommand } from './newSloCommand';
import { slosPageRouteRef } from './routes';
import { titles } from './titles';

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
    title: titles('page'),
    icon: <RiFocus3Line />,
    routeRef: slosPageRouteRef,
  },
});

const objectivesPage = SubPageBlueprint.make({
  name: 'objectives',
  params: {
    path: 'objectives',
    title: titles('objectives'),
    loader: () =>
      import('./components/SlosPage/SlosPage').then(m => <m.SlosPage />),
  },
});

const sloContent = EntityContentBlueprint.makeWithOverrides({
  inputs: {
    /** What other plugins have to say about the SLOs of an entity. */
    sections: createExtensionInput([coreExtensionData.reactElement]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: 'slos',
      title: titles('page'),
      filter: canHaveSlos,
      loader: () =>
        import('./components/SloContent/SloContent').then(m => (
          <m.SloContent
            sections={inputs.sections.map(section => (
              <Fragment key={section.node.spec.id}>
                {section.get(coreExtensionData.reactElement)}
              </Fragment>
            ))}
          />
        )),
    }),
});

const sloCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: hasSloFile,
    loader: () =>
      import('./components/SloCard/SloCard').then(m => <m.SloCard />),
  },
});

/** How much error budget is left, and what burns it. */
export default createFrontendPlugin({
  pluginId: 'slo',
  title: 'SLOs',
  icon: <RiFocus3Line />,
  routes: { root: slosPageRouteRef },
  extensions: [
    sloApi,
    deliveryEventsApi,
    slosPage,
    objectivesPage,
    sloContent,
    sloCard,
    newSloCommand,
  ],
});
