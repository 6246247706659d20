import { PROVISIONING_SIGNAL_CHANNEL } from '@atrium/plugin-provisioning-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { provisioningApiRef } from '../api/ProvisioningApi';

export const {
  usePluginQuery: useProvisioningQuery,
  usePluginMutation: useProvisioningMutation,
} = createPluginHooks({
  pluginId: 'provisioning',
  apiRef: provisioningApiRef,
  // Signals say when something changed; this is for when none arrives.
  refreshMs: 60_000,
});

/** Reads anew what changed; of one entity, or of all. */
export const useProvisioningSignals = (entityRef?: string) =>
  useEntitySignals({
    channel: PROVISIONING_SIGNAL_CHANNEL,
    queryKey: ['provisioning'],
    entityRef,
  });
