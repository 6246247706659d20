import { isLeaseEnding, leaseLeftWords } from './leaseWords';

const now = new Date('2026-11-28T12:00:00Z');
const lease = (endsAt: string, removedAt?: string) => ({
  endsAt,
  removedAt,
});

it.each([
  [lease('2026-12-28T12:00:00Z'), '30 days left'],
  // An hour is still a day that people can act on.
  [lease('2026-11-28T13:00:00Z'), '1 day left'],
  [
    lease('2026-11-27T12:00:00Z', '2026-12-04T12:00:00Z'),
    'Expired, removed in 6 days',
  ],
  [
    lease('2026-11-20T12:00:00Z', '2026-11-27T12:00:00Z'),
    'Expired, being removed',
  ],
  // Access was not taken away yet: the grace period has not begun.
  [lease('2026-11-20T12:00:00Z'), 'Expired'],
])('says how long %j runs', (value, words) => {
  expect(leaseLeftWords(value, now)).toBe(words);
});

it('calls for attention two weeks before the end', () => {
  expect(isLeaseEnding('2026-12-12T12:00:00Z', now)).toBe(true);
  expect(isLeaseEnding('2026-12-12T12:01:00Z', now)).toBe(false);
});
