import type { Notification } from '@backstage/plugin-notifications-common';
import { groupByDay } from './groupByDay';

const at = (id: string, created: string, updated?: string): Notification => ({
  id,
  user: null,
  origin: 'plugin:cost',
  payload: { title: id },
  created: new Date(created),
  ...(updated && { updated: new Date(updated) }),
});

it('puts what came again under the day of its last time, newest first', () => {
  const days = groupByDay(
    [
      at('approved', '2026-11-26T10:00:00Z'),
      at('lease', '2026-11-25T09:00:00Z'),
      at('budget', '2026-11-20T08:00:00Z', '2026-11-27T07:00:00Z'),
      at('alert', '2026-11-19T08:00:00Z', '2026-11-26T11:00:00Z'),
    ],
    new Date('2026-11-27T12:00:00Z'),
  );
  expect(
    days.map(({ title, notifications }) => [
      title,
      ...notifications.map(({ id }) => id),
    ]),
  ).toEqual([
    ['Today', 'budget'],
    ['Yesterday', 'alert', 'approved'],
    ['25 Nov 2026', 'lease'],
  ]);
});
