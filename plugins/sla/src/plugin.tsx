import {
  ApiBlueprint,
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
  ExtensionBoundary,
  fetchApiRef,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiShakeHandsLine } from '@remixicon/react';
import { createSlaClient } from './api/createSlaClient';
import { slaApiRef } from './api/SlaApi';
import { agreementsRouteRef } from './routes';
import { titles } from './titles';

const slaApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: slaApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createSlaClient(fetchApi),
    }),
});

/** Beside the objectives that agreements are measured by. */
const agreementsPage = SubPageBlueprint.make({
  name: 'agreements',
  attachTo: { id: 'page:slo', input: 'pages' },
  params: {
    path: 'agreements',
    title: titles('page'),
    routeRef: agreementsRouteRef,
    loader: () =>
      import('./components/AgreementsPage').then(m => <m.AgreementsPage />),
  },
});

const agreementsSection = createExtension({
  name: 'agreements-section',
  attachTo: { id: 'entity-content:slo', input: 'sections' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./components/EntityAgreements').then(m => (
          <m.EntityAgreements />
        )),
      ),
    ),
  ],
});

/** What customers were promised, and how each month of it went. */
export default createFrontendPlugin({
  pluginId: 'sla',
  title: 'Agreements',
  icon: <RiShakeHandsLine />,
  routes: { root: agreementsRouteRef },
  extensions: [slaApi, agreementsPage, agreementsSection],
});
