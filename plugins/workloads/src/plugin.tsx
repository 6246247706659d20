import {
  ApiBlueprint,
  coreExtensionData,
  createExtensionInput,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiServerLine } from '@remixicon/react';
import { workloadsApiRef } from './api/WorkloadsApi';
import { createWorkloadsClient } from './api/createWorkloadsClient';
import { runsInKubernetes } from './runsInKubernetes';
import { workloadsPageRouteRef } from './routes';
import { runtimeCommand } from './runtimeCommand';
import { titles } from './titles';

const workloadsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: workloadsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createWorkloadsClient(fetchApi),
    }),
});

const workloadsPage = PageBlueprint.make({
  params: {
    path: '/workloads',
    title: titles('page'),
    icon: <RiServerLine />,
    routeRef: workloadsPageRouteRef,
    loader: () =>
      import('./components/WorkloadsPage/WorkloadsPage').then(m => (
        <m.WorkloadsPage />
      )),
  },
});

const runtimeContent = EntityContentBlueprint.makeWithOverrides({
  inputs: {
    /** Tabs of other plugins that are shown within this one. */
    views: createExtensionInput([
      coreExtensionData.reactElement,
      coreExtensionData.routePath,
      EntityContentBlueprint.dataRefs.title,
    ]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: 'runtime',
      title: titles('runtime'),
      filter: runsInKubernetes,
      loader: () =>
        import('./components/RuntimeContent/RuntimeTab').then(m => (
          <m.RuntimeTab
            views={inputs.views.map(view => ({
              id: view.get(coreExtensionData.routePath).replace(/^\//, ''),
              title: view.get(EntityContentBlueprint.dataRefs.title),
              element: view.get(coreExtensionData.reactElement),
            }))}
          />
        )),
    }),
});

const runtimeCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: runsInKubernetes,
    loader: () =>
      import('./components/RuntimeCard/RuntimeCard').then(m => (
        <m.RuntimeCard />
      )),
  },
});

/** What runs in the clusters, for a component and for the platform team. */
export default createFrontendPlugin({
  pluginId: 'workloads',
  title: 'Workloads',
  icon: <RiServerLine />,
  routes: { root: workloadsPageRouteRef },
  extensions: [
    workloadsApi,
    workloadsPage,
    runtimeContent,
    runtimeCard,
    runtimeCommand,
  ],
});
