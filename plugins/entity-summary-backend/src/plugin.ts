import { createBackendPlugin } from '@backstage/backend-plugin-api';

export const entitySummaryPlugin = createBackendPlugin({
  pluginId: 'entity-summary',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
