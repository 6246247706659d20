import { type ImpactFacts, type ImpactReason, weighImpact } from '.';

const cases: [string, ImpactFacts, number, ImpactReason[]][] = [
  // 40 + 30 + 20 + 10.
  [
    'all there is',
    { tier: 'critical', budgetRemaining: -0.4, costShare: 1, hops: 1 },
    100,
    ['critical', 'budget-spent', 'costly', 'direct'],
  ],
  // 25 + 30 × 0.8 + 20 × 0.25 + 10 / 2.
  [
    'little budget, two hops away',
    { tier: 'important', budgetRemaining: 0.2, costShare: 0.25, hops: 2 },
    59,
    ['important', 'budget-low'],
  ],
  // 10 + 0 + 0 + 10 / 4, and rounded.
  [
    'nothing spent',
    { tier: 'standard', budgetRemaining: 1, costShare: 0, hops: 4 },
    13,
    [],
  ],
  // 15 + 10: what is not measured is no reason.
  ['nothing known', { hops: 1 }, 25, ['direct']],
];

it.each(cases)('weighs %s', (_, facts, weight, reasons) => {
  expect(weighImpact(facts)).toEqual({ weight, reasons });
});
