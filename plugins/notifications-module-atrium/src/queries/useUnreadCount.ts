import { useNotificationsQuery } from './notificationHooks';

/** How many notifications are unread; undefined while that is not known. */
export function useUnreadCount(): number | undefined {
  const { data } = useNotificationsQuery(
    ['status'],
    api => api.getStatus(),
    // Signals tell at once; this is for a portal that has none.
    { refetchInterval: 60_000 },
  );
  return data?.unread;
}
