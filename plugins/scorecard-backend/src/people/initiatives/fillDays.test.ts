import { fillDays } from './fillDays';

it('fills the days on which nothing was measured', () => {
  expect(
    fillDays([
      { at: '2026-02-27', remaining: 7 },
      { at: '2026-03-02', remaining: 4 },
      { at: '2026-03-03', remaining: 0 },
    ]),
  ).toEqual([
    { at: '2026-02-27', remaining: 7 },
    { at: '2026-02-28', remaining: 7 },
    { at: '2026-03-01', remaining: 7 },
    { at: '2026-03-02', remaining: 4 },
    { at: '2026-03-03', remaining: 0 },
  ]);
  expect(fillDays([])).toEqual([]);
});
