import { SCORECARD_SIGNAL_CHANNEL } from '@atrium/plugin-scorecard-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { scorecardApiRef } from '../api/ScorecardApi';

export const {
  usePluginQuery: useScorecardQuery,
  usePluginPages: useScorecardPages,
  usePluginMutation: useScorecardMutation,
} = createPluginHooks({
  pluginId: 'scorecard',
  apiRef: scorecardApiRef,
  // Signals say when something changed; this is for when none arrives.
  refreshMs: 60_000,
});

/** Reads anew what changed; of one entity, or of all. */
export const useScorecardSignals = (entityRef?: string) =>
  useEntitySignals({
    channel: SCORECARD_SIGNAL_CHANNEL,
    queryKey: ['scorecard'],
    entityRef,
  });
