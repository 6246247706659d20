import type { Page } from '@atrium/common';
import type {
  GetNotificationsOptions,
  GetNotificationsResponse,
  NotificationsApi,
} from '@backstage/plugin-notifications';
import type { Notification } from '@backstage/plugin-notifications-common';
import { instantOf } from '../shared/instantOf';

const PAGE_SIZE = 30;
const RETURNED_SIZE = 200;

/**
 * Reads a page of notifications by when they came, or last came again.
 *
 * @remarks The backend orders by one column, and one that came again keeps the
 * time of its creation. So those are read by themselves, and each page takes the
 * ones that are at least as new as its oldest and were on no page before.
 *
 * @param filter - what to read, without order and place
 * @param cursor - of the page before; the first page without
 */
export async function readNewest(
  api: NotificationsApi,
  filter: GetNotificationsOptions,
  cursor: string | undefined,
): Promise<Page<Notification>> {
  let returned: Promise<Notification[]> | undefined;
  for (let next = cursor; ; ) {
    const place = readCursor(next);
    const created = api.getNotifications({
      ...filter,
      offset: place.offset,
      limit: PAGE_SIZE,
      sort: 'created',
      sortOrder: 'desc',
    });
    returned ??= readReturned(api, filter);
    const page = mergePage(place, ...(await Promise.all([created, returned])));
    // All of a page by creation may have come again, and be on pages before.
    if (page.items.length > 0 || page.nextCursor === undefined) {
      return page;
    }
    next = page.nextCursor;
  }
}

function mergePage(
  { offset, before }: PagePlace,
  { notifications, totalCount }: GetNotificationsResponse,
  returned: Notification[],
): Page<Notification> {
  const end = offset + notifications.length;
  const oldest = notifications.at(-1);
  const hasNext = oldest !== undefined && end < totalCount;
  const since = hasNext ? createdAt(oldest) : '';
  const isReturned = new Set(returned.map(({ id }) => id));
  const items = [
    ...notifications.filter(({ id }) => !isReturned.has(id)),
    ...returned.filter(notification => {
      const instant = instantOf(notification);
      return instant >= since && (before === undefined || instant < before);
    }),
  ];
  return {
    items: items.toSorted((one, other) =>
      instantOf(other).localeCompare(instantOf(one)),
    ),
    totalItems: totalCount,
    nextCursor: hasNext ? `${end} ${since}` : undefined,
  };
}

/** All that came again, as far as the filter lets them through. */
async function readReturned(
  api: NotificationsApi,
  filter: GetNotificationsOptions,
): Promise<Notification[]> {
  const returned: Notification[] = [];
  for (;;) {
    const { notifications } = await api.getNotifications({
      ...filter,
      offset: returned.length,
      limit: RETURNED_SIZE,
      // The backend orders by any column, though its client names only three.
      // Postgres puts those that never came again after all others.
      sort: 'updated' as 'created',
      sortOrder: 'asc',
    });
    const next = notifications.filter(({ updated }) => updated);
    returned.push(...next);
    if (next.length < RETURNED_SIZE) {
      return returned;
    }
  }
}

function createdAt({ created }: Notification): string {
  return new Date(created).toISOString();
}

/** Where a page begins. */
interface PagePlace {
  /** How many were read by creation. */
  offset: number;
  /** Before when those of this page came; the first page without. */
  before?: string;
}

function readCursor(cursor: string | undefined): PagePlace {
  const [offset = '0', before] = cursor?.split(' ') ?? [];
  return { offset: Number(offset), before };
}
