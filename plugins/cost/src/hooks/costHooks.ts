import { COST_SIGNAL_CHANNEL } from '@atrium/plugin-cost-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { costApiRef } from '../api/CostApi';

export const {
  usePluginQuery: useCostQuery,
  usePluginPages: useCostPages,
  usePluginMutation: useCostMutation,
} = createPluginHooks({
  pluginId: 'cost',
  apiRef: costApiRef,
  // Bills change once a day, and a signal says when.
  refreshMs: 5 * 60_000,
});

/** Reads anew what changed; of one entity, or of all. */
export const useCostSignals = (entityRef?: string) =>
  useEntitySignals({
    channel: COST_SIGNAL_CHANNEL,
    queryKey: ['cost'],
    entityRef,
  });
