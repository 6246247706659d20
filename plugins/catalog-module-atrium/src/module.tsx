import { createFrontendModule } from '@backstage/frontend-plugin-api';

export const catalogModuleAtrium = createFrontendModule({
  pluginId: 'catalog',
  extensions: [],
});
