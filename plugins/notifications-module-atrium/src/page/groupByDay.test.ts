import { runInThisContext } from 'node:vm';
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

// Jest gives tests a copy of the environment, in which a zone has no effect.
const { env }: NodeJS.Process = runInThisContext('process');
const zoneBefore = env.TZ;

// Before the first date is written, for its format keeps the zone.
beforeAll(() => {
  env.TZ = 'Europe/Berlin';
});

afterAll(() => {
  if (zoneBefore === undefined) {
    delete env.TZ;
  } else {
    env.TZ = zoneBefore;
  }
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

it.each([
  // 25 Oct 2026 has 25 hours, 28 Mar 2027 has 23.
  ['late on a long day', '2026-10-25T22:30:00Z', '2026-10-24T10:00:00Z'],
  ['early after a short day', '2027-03-28T22:30:00Z', '2027-03-28T10:00:00Z'],
])('calls the day before yesterday %s', (_, now, dayBefore) => {
  const days = groupByDay(
    [at('today', now), at('day-before', dayBefore)],
    new Date(now),
  );
  expect(days.map(({ title }) => title)).toEqual(['Today', 'Yesterday']);
});
