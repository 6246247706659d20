import type { NotificationsApi } from '@backstage/plugin-notifications';
import type { Notification } from '@backstage/plugin-notifications-common';
import { readNewest } from './readNewest';

const NOW = Date.parse('2026-11-27T09:00:00Z');
const HOUR = 3_600_000;

/** One an hour, of which some came again in the last minutes. */
function notificationsWhere(cameAgain: (index: number) => boolean) {
  return Array.from({ length: 90 }, (_, index) => ({
    id: String(index),
    created: new Date(NOW - (index + 1) * HOUR),
    updated: cameAgain(index) ? new Date(NOW - index * 1000) : undefined,
  })) as Notification[];
}

/** Reads to the end, as somebody does who asks for more each time. */
async function readPages(notifications: Notification[]) {
  const byUpdate = notifications
    .filter(({ updated }) => updated)
    .concat(notifications.filter(({ updated }) => !updated));
  const api = {
    getNotifications: async ({ sort, offset = 0, limit = 0 } = {}) => ({
      notifications: (sort === 'created' ? notifications : byUpdate).slice(
        offset,
        offset + limit,
      ),
      totalCount: notifications.length,
    }),
  } as Partial<NotificationsApi> as NotificationsApi;
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await readNewest(api, {}, cursor);
    pages.push(page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return pages;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

describe('readNewest', () => {
  it('has something on each page, also where a whole one came again', async () => {
    const pages = await readPages(
      notificationsWhere(index => index >= 30 && index < 60),
    );
    expect(pages).toEqual([
      [...numbers(30, 60), ...numbers(0, 30)],
      numbers(60, 90),
    ]);
  });

  it('ends where all that is left came again', async () => {
    const pages = await readPages(notificationsWhere(index => index >= 30));
    expect(pages).toEqual([[...numbers(30, 90), ...numbers(0, 30)], []]);
  });
});
