import {
  type BackendFeature,
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Loads what sends e-mail where the config says how. */
export function createEmailSwitch(
  load: () => Promise<{ default: BackendFeature }>,
) {
  return createBackendFeatureLoader({
    deps: { config: coreServices.rootConfig },
    *loader({ config }) {
      if (config.has('notifications.processors.email')) {
        yield load();
      }
    },
  });
}
