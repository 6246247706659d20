import { objectiveState, worstState } from './objectiveState';

const healthy = {
  counts: { good: 9_995, total: 10_000 },
  targetPpb: 999_000_000,
  measuredMinutes: 60,
  events: 10_000,
  minimumEvents: 100,
  isAlerting: false,
  atRiskBelow: 0.25,
};

describe('objectiveState', () => {
  it.each([
    ['ok', {}],
    ['breached', { counts: { good: 9_989, total: 10_000 } }],
    // The target holds to the event, and nothing is left.
    ['at-risk', { counts: { good: 9_990, total: 10_000 } }],
    ['at-risk', { isAlerting: true }],
    ['no-data', { measuredMinutes: 0, counts: { good: 0, total: 0 } }],
    ['not-enough-traffic', { counts: { good: 0, total: 0 }, events: 0 }],
    ['not-enough-traffic', { counts: { good: 0, total: 0 }, minimumEvents: 0 }],
    ['not-enough-traffic', { counts: { good: 0, total: 99 }, events: 99 }],
    ['breached', { counts: { good: 0, total: 100 }, events: 100 }],
  ] as const)('is %s with %j', (expected, change) => {
    expect(objectiveState({ ...healthy, ...change })).toBe(expected);
  });

  it('finds the worst state', () => {
    expect(worstState(['ok', 'at-risk', 'no-data'])).toBe('at-risk');
    expect(worstState(['ok', 'not-enough-traffic'])).toBe('not-enough-traffic');
    expect(worstState([])).toBe('no-data');
  });
});
