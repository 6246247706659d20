import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/**
 * Discovery on GitHub, where config names GitHub: with it come clients of all that
 * GitHub has. Actions of templates are there in any case, since a template may name
 * them and leave them out.
 */
export const githubDiscovery = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (
      config.has('integrations.github') ||
      config.has('catalog.providers.github')
    ) {
      yield import('@backstage/plugin-catalog-backend-module-github');
    }
  },
});
