import {
  ApiBlueprint,
  createFrontendModule,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { createHomeClient } from './api/createHomeClient';
import { homeApiRef } from './api/HomeApi';
import { visitsApi } from './recent/visitsApi';

const layout = HomePageLayoutBlueprint.make({
  params: { loader: () => import('./HomeLayout').then(m => m.HomeLayout) },
});

const homeApi = ApiBlueprint.make({
  name: 'atrium',
  params: defineParams =>
    defineParams({
      api: homeApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createHomeClient(fetchApi),
    }),
});

/** What a person sees first: what needs them, how their services are. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, homeApi, visitsApi],
});
