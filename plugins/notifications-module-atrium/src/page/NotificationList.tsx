import { EmptyState, ListBar, QueryState, Section } from '@atrium/ui';
import { Button } from '@backstage/ui';
import { RiCheckDoubleLine, RiNotificationOffLine } from '@remixicon/react';
import { useMarkAllRead, useNotifications } from '../queries/useNotifications';
import { t } from '../translation';
import { ChangeError } from '../shared/ChangeError';
import { groupByDay } from './groupByDay';
import type { NotificationFilters } from './notificationFilters';
import { NotificationItem } from './NotificationItem';
import styles from './NotificationList.module.css';
import { useRowFocus } from './useRowFocus';

export interface NotificationListProps {
  filters: NotificationFilters;
}

export function NotificationList({ filters }: NotificationListProps) {
  const query = useNotifications(filters);
  const markAllRead = useMarkAllRead();
  const shown = query.data?.items ?? [];
  const hasUnread = shown.some(({ read }) => !read);
  const focus = useRowFocus(
    shown.map(({ id }) => id),
    hasUnread,
  );
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <div ref={focus.empty} tabIndex={-1} className={styles.target}>
          <NoNotifications filters={filters} />
        </div>
      }
    >
      {({ items, totalItems }) => (
        <>
          <ListBar summary={summaryOf(filters, totalItems)}>
            {hasUnread && (
              <Button
                variant="secondary"
                size="small"
                iconStart={<RiCheckDoubleLine />}
                loading={markAllRead.isPending}
                onFocus={focus.onFocusOfAll}
                onPress={() => markAllRead.mutate(filters)}
              >
                {t('notificationList.markAllAsRead')}
              </Button>
            )}
          </ListBar>
          <ChangeError error={markAllRead.error} />
          <div
            ref={focus.list}
            role="group"
            aria-label={summaryOf(filters, totalItems)}
            tabIndex={-1}
            className={`${styles.target} ${styles.days}`}
          >
            {groupByDay(items, new Date()).map(({ title, notifications }) => (
              <Section key={title} title={title}>
                <ul className={styles.list}>
                  {notifications.map(notification => (
                    <NotificationItem
                      key={notification.id}
                      notification={notification}
                      row={focus.rowOf(notification.id)}
                    />
                  ))}
                </ul>
              </Section>
            ))}
          </div>
          {query.hasNextPage && (
            <div>
              <Button
                variant="secondary"
                loading={query.isFetchingNextPage}
                onPress={() => void query.fetchNextPage()}
              >
                {t('notificationList.showMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryState>
  );
}

function summaryOf({ view }: NotificationFilters, count: number): string {
  switch (view) {
    case 'unread':
      return t('notificationList.unread', { count });
    case 'saved':
      return t('notificationList.saved', { count });
    default:
      return t('notificationList.notifications', { count });
  }
}

function NoNotifications({ filters }: NotificationListProps) {
  const { view, search, topic, severity } = filters;
  const icon = <RiNotificationOffLine size={24} />;
  if (search !== '' || topic !== undefined || severity !== undefined) {
    return (
      <EmptyState
        icon={icon}
        title={t('notificationList.noNotificationMatchesTheseFilters')}
        description={t('notificationList.chooseAnotherViewOrClear')}
      />
    );
  }
  if (view === 'saved') {
    return (
      <EmptyState
        icon={icon}
        title={t('notificationList.nothingSaved')}
        description={t('notificationList.saveANotificationToCome')}
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={
        view === 'unread'
          ? t('notificationList.youAreUpToDate')
          : t('notificationList.noNotificationsYet')
      }
      description={t('notificationList.youAreToldHereWhen')}
    />
  );
}
