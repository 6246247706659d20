import { dueWords } from './dueWords';

it.each([
  // A day counts to its end.
  ['2026-12-02', '2026-12-01T23:59:59Z', 'due 2 Dec 2026'],
  ['2026-12-02', '2026-12-02T00:00:00Z', 'due 2 Dec 2026'],
  ['2026-12-02', '2026-12-02T23:59:59Z', 'due 2 Dec 2026'],
  ['2026-12-02', '2026-12-03T00:00:00Z', 'was due 2 Dec 2026'],
  // An instant does not.
  ['2026-12-02T12:00:00Z', '2026-12-02T10:00:00Z', 'due in 2 hours'],
  ['2026-12-02T12:00:00Z', '2026-12-02T14:00:00Z', 'was due 2 hours ago'],
])('says of %s at %s: %s', (due, now, words) => {
  expect(dueWords(due, new Date(now))).toBe(words);
});
