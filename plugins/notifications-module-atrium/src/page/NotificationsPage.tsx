import { PageBody, useAddressState } from '@atrium/ui';
import { NotificationFilterRow } from './NotificationFilterRow';
import { notificationFiltersSchema } from './notificationFilters';
import { NotificationList } from './NotificationList';

/** What the portal told somebody, by day. */
export function NotificationsPage() {
  const [filters, change] = useAddressState(notificationFiltersSchema);
  return (
    <PageBody>
      <NotificationFilterRow filters={filters} onChange={change} />
      <NotificationList filters={filters} />
    </PageBody>
  );
}
