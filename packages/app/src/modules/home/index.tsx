import { createFrontendModule } from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { translationRef } from '../../translation';
import { visitsApi } from './recent/visitsApi';

const layout = HomePageLayoutBlueprint.make({
  params: { loader: () => import('./HomeLayout').then(m => m.HomeLayout) },
});

const page = homePlugin.getExtension('page:home').override({
  factory: originalFactory =>
    originalFactory({ params: { title: translationRef('home.page') } }),
});

/** What a person sees first: what needs them, how their services are. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [page, layout, visitsApi],
});
