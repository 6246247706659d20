import { type KnownDays, type PeriodsChoice, toPeriods } from './costPeriods';

const known = { today: '2026-11-28', completeUntil: '2026-11-27' };

const periodsOf = (
  choice: Partial<PeriodsChoice>,
  other: KnownDays = known,
) => {
  const { days, comparison } = toPeriods(
    { period: 'month', compare: 'before', ...choice },
    other,
  );
  return [days, comparison].map(one => one && `${one.from} ${one.to}`);
};

it('compares a month so far with the same days of the one before', () => {
  expect(periodsOf({})).toEqual([
    '2026-11-01 2026-11-27',
    '2026-10-01 2026-10-27',
  ]);
});

it.each([
  [
    '2026-11-01',
    '2026-10-31',
    '2026-10-01 2026-10-31',
    '2026-09-01 2026-10-01',
  ],
  [
    '2026-11-01',
    '2026-11-01',
    '2026-10-01 2026-11-01',
    '2026-09-01 2026-10-01',
  ],
  [
    '2026-11-02',
    '2026-11-02',
    '2026-11-01 2026-11-02',
    '2026-10-01 2026-11-01',
  ],
])(
  'knows on %s, with charges until %s, the latest month and the one before',
  (today, completeUntil, latest, before) => {
    const then = { today, completeUntil };
    expect(periodsOf({}, then)[0]).toBe(latest);
    expect(periodsOf({ period: 'last-month' }, then)[0]).toBe(before);
  },
);

it('shows today where no day is known to be complete', () => {
  const [days] = periodsOf({}, { today: '2026-11-01' });
  expect(days).toBe('2026-11-01 2026-11-02');
});

it.each<[Partial<PeriodsChoice>, string, string | undefined]>([
  [{ period: 'last-month' }, '2026-10-01 2026-11-01', '2026-09-01 2026-10-01'],
  [{ period: '30d' }, '2026-10-28 2026-11-27', '2026-09-28 2026-10-28'],
  [{ period: '12m' }, '2025-12-01 2026-11-27', '2024-12-01 2025-11-27'],
  [
    { period: 'last-month', compare: 'year' },
    '2026-10-01 2026-11-01',
    '2025-10-01 2025-11-01',
  ],
  [
    {
      period: 'custom',
      from: '2026-11-02',
      to: '2026-11-08',
      compare: 'custom',
      compareFrom: '2026-03-02',
      compareTo: '2026-03-08',
    },
    '2026-11-02 2026-11-09',
    '2026-03-02 2026-03-09',
  ],
  // Days in the wrong order are as good as none.
  [
    { period: 'custom', from: '2026-11-08', to: '2026-11-02', compare: 'none' },
    '2026-11-01 2026-11-27',
    undefined,
  ],
])('knows the days of %p', (choice, days, comparison) => {
  expect(periodsOf(choice)).toEqual([days, comparison]);
});
