import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import type { NotificationSettings } from '@backstage/plugin-notifications-common';
import { type TopicChange, withTopic } from '../settings/settingRows';
import { useNotificationsQuery } from './notificationHooks';

const KEY = ['settings'];
const CHANGES = ['notifications', ...KEY];

export function useNotificationSettings() {
  return useNotificationsQuery(KEY, api => api.getNotificationSettings());
}

/**
 * Turns a switch of the settings, which shows it at once.
 *
 * @remarks The backend takes all settings together, so that one change follows the
 * other and begins with what is saved by then: none undoes the one before.
 */
export function useUpdateSettings() {
  const api = useApi(notificationsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: CHANGES,
    scope: { id: CHANGES.join(' ') },
    mutationFn: async (change: TopicChange) =>
      api.updateNotificationSettings(
        withTopic(await api.getNotificationSettings(), change),
      ),
    onMutate: async change => {
      await queryClient.cancelQueries({ queryKey: CHANGES });
      queryClient.setQueryData<NotificationSettings>(
        CHANGES,
        settings => settings && withTopic(settings, change),
      );
    },
    onSettled: () => {
      // Those that wait are not saved yet: what is read now would turn them back.
      if (queryClient.isMutating({ mutationKey: CHANGES }) === 1) {
        void queryClient.invalidateQueries({ queryKey: CHANGES });
      }
    },
  });
}
