import { createPluginHooks } from '@atrium/ui';
import { entitySummaryApiRef } from '../api/EntitySummaryApi';

/** Begins the key of all that is asked of entity-summary, and names its signals. */
export const ENTITY_SUMMARY = 'entity-summary';

export const {
  usePluginQuery: useEntitySummaryQuery,
  usePluginMutation: useEntitySummaryMutation,
} = createPluginHooks({
  pluginId: ENTITY_SUMMARY,
  apiRef: entitySummaryApiRef,
});
