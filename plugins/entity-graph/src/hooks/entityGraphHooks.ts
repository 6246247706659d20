import { createPluginHooks } from '@atrium/ui';
import { entityGraphApiRef } from '../api/EntityGraphApi';

export const {
  usePluginQuery: useGraphQuery,
  usePluginPages: useGraphPages,
  usePluginMutation: useGraphMutation,
} = createPluginHooks({
  pluginId: 'entity-graph',
  apiRef: entityGraphApiRef,
  refreshMs: 60_000,
});
