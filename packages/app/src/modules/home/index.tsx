import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';
import { visitsApi } from './visitsApi';

const layout = HomePageLayoutBlueprint.make({
  params: { loader: () => import('./HomeLayout').then(m => m.HomeLayout) },
});

const ownedComponents = HomePageWidgetBlueprint.make({
  name: 'owned-components',
  params: {
    name: 'OwnedComponents',
    title: 'Owned by my team',
    description: 'The components that you or your teams own',
    components: () =>
      import('./OwnedComponents').then(m => ({ Content: m.OwnedComponents })),
  },
});

const goldenPaths = HomePageWidgetBlueprint.make({
  name: 'golden-paths',
  params: {
    name: 'GoldenPaths',
    title: 'Start something new',
    description: 'The golden paths of this organisation',
    components: () =>
      import('./GoldenPaths').then(m => ({ Content: m.GoldenPaths })),
  },
});

/** In place of the stock widget: entities and documentation by their names. */
const recentlyVisited = HomePageWidgetBlueprint.make({
  name: 'recently-visited',
  params: {
    name: 'HomePageRecentlyVisited',
    title: 'Recently visited',
    description: 'Entities and documentation that you had open',
    components: () =>
      import('./RecentlyVisited').then(m => ({ Content: m.RecentlyVisited })),
  },
});

/** What a person sees first: search, what their team owns, where they were. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    layout,
    ownedComponents,
    goldenPaths,
    recentlyVisited,
    visitsApi,
  ],
});
