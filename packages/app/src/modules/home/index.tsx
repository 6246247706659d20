import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { visitsApi } from './recent/visitsApi';

const layout = HomePageLayoutBlueprint.make({
  params: { loader: () => import('./HomeLayout').then(m => m.HomeLayout) },
});

/** What a person sees first: what needs them, how their services are. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, visitsApi],
});
