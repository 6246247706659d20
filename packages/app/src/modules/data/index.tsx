import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import { QueryProvider } from '@atrium/ui';

/** One cache for what all pages read: none of them brings its own. */
export const dataModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AppRootWrapperBlueprint.make({
      name: 'data',
      params: { component: QueryProvider },
    }),
  ],
});
