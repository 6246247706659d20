import { EmptyState, ListBar, QueryState, Section } from '@atrium/ui';
import { Button } from '@backstage/ui';
import { RiCheckDoubleLine, RiNotificationOffLine } from '@remixicon/react';
import { useMarkAllRead, useNotifications } from '../queries/useNotifications';
import { groupByDay } from './groupByDay';
import type { NotificationFilters } from './notificationFilters';
import { NotificationItem } from './NotificationItem';
import styles from './NotificationList.module.css';

export interface NotificationListProps {
  filters: NotificationFilters;
}

export function NotificationList({ filters }: NotificationListProps) {
  const query = useNotifications(filters);
  const markAllRead = useMarkAllRead();
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<NoNotifications filters={filters} />}
    >
      {({ items, totalItems }) => (
        <>
          <ListBar summary={summaryOf(filters, totalItems)}>
            {items.some(({ read }) => !read) && (
              <Button
                variant="secondary"
                size="small"
                iconStart={<RiCheckDoubleLine />}
                loading={markAllRead.isPending}
                onPress={() => markAllRead.mutate(filters)}
              >
                Mark all as read
              </Button>
            )}
          </ListBar>
          {groupByDay(items, new Date()).map(({ title, notifications }) => (
            <Section key={title} title={title}>
              <ul className={styles.list}>
                {notifications.map(notification => (
                  <NotificationItem
                    key={notification.id}
                    notification={notification}
                  />
                ))}
              </ul>
            </Section>
          ))}
          {query.hasNextPage && (
            <div>
              <Button
                variant="secondary"
                loading={query.isFetchingNextPage}
                onPress={() => void query.fetchNextPage()}
              >
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </QueryState>
  );
}

function summaryOf({ view }: NotificationFilters, count: number): string {
  const things = count === 1 ? 'notification' : 'notifications';
  switch (view) {
    case 'unread':
      return `${count} unread ${things}`;
    case 'saved':
      return `${count} saved ${things}`;
    default:
      return `${count} ${things}`;
  }
}

function NoNotifications({ filters }: NotificationListProps) {
  const { view, search, topic, severity } = filters;
  const icon = <RiNotificationOffLine size={24} />;
  if (search !== '' || topic !== undefined || severity !== undefined) {
    return (
      <EmptyState
        icon={icon}
        title="No notification matches these filters"
        description="Choose another view, or clear the search, topic and severity."
      />
    );
  }
  if (view === 'saved') {
    return (
      <EmptyState
        icon={icon}
        title="Nothing saved"
        description="Save a notification to come back to it later: it stays here until you remove it."
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={view === 'unread' ? 'You are up to date' : 'No notifications yet'}
      description="You are told here when a service of your team burns its error budget, a pipeline fails, somebody waits for your approval, or something you asked for is ready."
    />
  );
}
