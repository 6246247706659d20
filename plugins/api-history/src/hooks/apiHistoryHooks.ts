import { versionAddedChannel } from '@atrium/plugin-api-history-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { apiHistoryApiRef } from '../api/ApiHistoryApi';

export const {
  usePluginQuery: useApiHistoryQuery,
  usePluginPages: useApiHistoryPages,
} = createPluginHooks({ pluginId: 'api-history', apiRef: apiHistoryApiRef });

/** Reads anew what is shown of an API when it got a version. */
export const useApiHistorySignals = (entityRef: string) =>
  useEntitySignals({
    channel: versionAddedChannel(entityRef),
    queryKey: ['api-history', entityRef],
  });
