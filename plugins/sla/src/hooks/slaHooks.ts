import { SLO_SIGNAL_CHANNEL } from '@atrium/plugin-slo-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { slaApiRef } from '../api/SlaApi';

export const {
  usePluginQuery: useSlaQuery,
  usePluginMutation: useSlaMutation,
} = createPluginHooks({
  pluginId: 'sla',
  apiRef: slaApiRef,
  // What was counted changes with the SLO; this is for when no signal arrives.
  refreshMs: 60_000,
});

/** Reads anew when slo has counted something. */
export const useSloSignals = () =>
  useEntitySignals({ channel: SLO_SIGNAL_CHANNEL, queryKey: ['sla'] });
