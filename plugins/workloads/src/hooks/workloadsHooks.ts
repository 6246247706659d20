import { createPluginHooks } from '@atrium/ui';
import { workloadsApiRef } from '../api/WorkloadsApi';

/** How often a page reads anew while somebody looks at it. */
export const REFRESH_MS = 15_000;

export const {
  usePluginQuery: useWorkloadsQuery,
  usePluginMutation: useWorkloadsMutation,
} = createPluginHooks({
  pluginId: 'workloads',
  apiRef: workloadsApiRef,
  refreshMs: REFRESH_MS,
});
