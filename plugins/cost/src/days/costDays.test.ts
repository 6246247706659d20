import { daysWords, duringWords, monthsBefore } from './costDays';

it.each([
  [{ from: '2026-11-01', to: '2026-11-27' }, '1 Nov to 26 Nov 2026'],
  [{ from: '2026-11-01', to: '2026-12-01' }, 'November 2026'],
  [{ from: '2026-11-05', to: '2026-11-06' }, '5 Nov 2026'],
  [{ from: '2025-12-30', to: '2026-01-03' }, '30 Dec 2025 to 2 Jan 2026'],
])('says the days %p as %s', (days, words) => {
  expect(daysWords(days)).toBe(words);
});

it('compares with the same days of a month before', () => {
  expect(monthsBefore({ from: '2026-11-01', to: '2026-11-27' }, 1)).toEqual({
    from: '2026-10-01',
    to: '2026-10-27',
  });
  // February has no 30th, and a whole month is compared with a whole one.
  expect(monthsBefore({ from: '2026-03-01', to: '2026-03-31' }, 1)).toEqual({
    from: '2026-02-01',
    to: '2026-03-01',
  });
  expect(monthsBefore({ from: '2026-11-01', to: '2026-12-01' }, 12)).toEqual({
    from: '2025-11-01',
    to: '2025-12-01',
  });
});

it('says when something was', () => {
  expect(duringWords({ from: '2026-11-01', to: '2026-11-27' })).toBe(
    'from 1 Nov to 26 Nov 2026',
  );
  expect(duringWords({ from: '2026-11-01', to: '2026-12-01' })).toBe(
    'in November 2026',
  );
  expect(duringWords({ from: '2026-11-05', to: '2026-11-06' })).toBe(
    'on 5 Nov 2026',
  );
});
