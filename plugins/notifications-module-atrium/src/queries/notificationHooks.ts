import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { notificationsApiRef } from '@backstage/plugin-notifications';

/** Where the backend says that a notification came, or was read. */
export const NOTIFICATIONS_CHANNEL = 'notifications';

export const {
  usePluginQuery: useNotificationsQuery,
  usePluginPages: useNotificationsPages,
  usePluginMutation: useNotificationsMutation,
} = createPluginHooks({
  pluginId: 'notifications',
  apiRef: notificationsApiRef,
});

/** Reads anew when a notification comes, or is read in another window. */
export function useNotificationSignals(): void {
  useEntitySignals({
    channel: NOTIFICATIONS_CHANNEL,
    queryKey: ['notifications'],
  });
}
