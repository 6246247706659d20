import type { GetNotificationsOptions } from '@backstage/plugin-notifications';
import type { NotificationFilters } from '../page/notificationFilters';
import { readNewest } from './readNewest';
import {
  useNotificationsMutation,
  useNotificationsPages,
  useNotificationsQuery,
} from './notificationHooks';

const MARK_SIZE = 200;

/** The notifications that a filter lets through, a page after another, newest first. */
export function useNotifications(filters: NotificationFilters) {
  return useNotificationsPages(['list', filters], (api, cursor) =>
    readNewest(api, toOptions(filters), cursor),
  );
}

/** The topics that there are notifications of. */
export function useTopics() {
  return useNotificationsQuery(['topics'], api => api.getTopics());
}

export interface NotificationChange {
  id: string;
  read?: boolean;
  saved?: boolean;
}

export function useChangeNotification() {
  return useNotificationsMutation((api, change: NotificationChange) => {
    const { id, ...marks } = change;
    return api.updateNotifications({ ids: [id], ...marks });
  });
}

/** Marks as read what a filter lets through, however much that is. */
export function useMarkAllRead() {
  return useNotificationsMutation(async (api, filters: NotificationFilters) => {
    const unread = { ...toOptions(filters), read: false, limit: MARK_SIZE };
    let ids: string[];
    do {
      const { notifications } = await api.getNotifications(unread);
      ids = notifications.map(({ id }) => id);
      if (ids.length > 0) {
        await api.updateNotifications({ ids, read: true });
      }
    } while (ids.length === MARK_SIZE);
  });
}

function toOptions(filters: NotificationFilters): GetNotificationsOptions {
  const { view, search, topic, severity } = filters;
  return {
    search: search === '' ? undefined : search,
    topic,
    minimumSeverity: severity,
    read: view === 'unread' ? false : undefined,
    saved: view === 'saved' ? true : undefined,
  };
}
