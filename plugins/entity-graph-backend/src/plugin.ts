import { createBackendPlugin } from '@backstage/backend-plugin-api';

export const entityGraphPlugin = createBackendPlugin({
  pluginId: 'entity-graph',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
