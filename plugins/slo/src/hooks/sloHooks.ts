import { SLO_SIGNAL_CHANNEL } from '@atrium/plugin-slo-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { sloApiRef } from '../api/SloApi';

export const {
  usePluginQuery: useSloQuery,
  usePluginPages: useSloPages,
  usePluginMutation: useSloMutation,
} = createPluginHooks({
  pluginId: 'slo',
  apiRef: sloApiRef,
  // Signals say when something changed; this is for when none arrives.
  refreshMs: 60_000,
});

/** Reads anew what changed; of one entity, or of all. */
export const useSloSignals = (entityRef?: string) =>
  useEntitySignals({
    channel: SLO_SIGNAL_CHANNEL,
    queryKey: ['slo'],
    entityRef,
  });
