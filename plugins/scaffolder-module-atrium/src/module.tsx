import { createFrontendModule } from '@backstage/frontend-plugin-api';

export const scaffolderModuleAtrium = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [],
});
