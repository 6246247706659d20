import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import { QueryProvider } from '@atrium/ui';
import { settingsStorageApi } from './settingsStorageApi';

/**
 * One cache for what all pages read: none of them brings its own; and where what
 * people chose is kept.
 */
export const dataModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    settingsStorageApi,
    AppRootWrapperBlueprint.make({
      name: 'data',
      params: { component: QueryProvider },
    }),
  ],
});
