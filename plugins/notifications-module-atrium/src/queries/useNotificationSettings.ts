import type { NotificationSettings } from '@backstage/plugin-notifications-common';
import {
  useNotificationsMutation,
  useNotificationsQuery,
} from './notificationHooks';

const KEY = ['settings'];

export function useNotificationSettings() {
  return useNotificationsQuery(KEY, api => api.getNotificationSettings());
}

export function useUpdateSettings() {
  return useNotificationsMutation(
    (api, settings: NotificationSettings) =>
      api.updateNotificationSettings(settings),
    { invalidates: KEY },
  );
}
