import type { CheckOutcome } from './checkOutcome';
import { type RatedCheck, rateEntity } from './rateEntity';

function check(
  rank: number | undefined,
  outcome: CheckOutcome,
  other: Partial<RatedCheck> = {},
): RatedCheck {
  return { rank, outcome, weight: 1, isCounted: true, ...other };
}

describe('rateEntity', () => {
  it.each<[string, RatedCheck[], number, number | undefined]>([
    ['all passed', [check(1, 'pass'), check(2, 'pass')], 0, 3],
    ['one of the lowest failed', [check(1, 'fail'), check(2, 'pass')], 3, 0],
    ['one of the second failed', [check(1, 'pass'), check(2, 'fail')], 3, 1],
    ['exempt counts as absent', [check(1, 'pass'), check(3, 'exempt')], 0, 3],
    [
      'not applicable counts as absent',
      [check(1, 'pass'), check(2, 'not-applicable')],
      0,
      3,
    ],
    [
      'unknown does not lift',
      [check(1, 'pass'), check(2, 'unknown'), check(3, 'pass')],
      1,
      1,
    ],
    [
      'unknown does not lower',
      [check(1, 'pass'), check(2, 'unknown'), check(3, 'pass')],
      3,
      3,
    ],
    [
      'a failure lowers beside what is unknown',
      [check(1, 'unknown'), check(2, 'fail')],
      3,
      1,
    ],
    [
      'an announced check does not count',
      [check(1, 'pass'), check(1, 'fail', { isCounted: false })],
      0,
      3,
    ],
    ['nothing of a level counts', [check(undefined, 'fail')], 0, undefined],
    ['all are exempt', [check(1, 'exempt')], 2, undefined],
  ])('%s', (_, checks, heldRank, expected) => {
    expect(rateEntity(checks, { levelCount: 3, heldRank }).rank).toBe(expected);
  });

  it('weighs what is known for the score', () => {
    const rated = rateEntity(
      [
        check(1, 'pass', { weight: 3 }),
        check(undefined, 'fail', { weight: 1 }),
        check(2, 'unknown', { weight: 50 }),
        check(2, 'exempt', { weight: 50 }),
        check(2, 'fail', { weight: 50, isCounted: false }),
      ],
      { levelCount: 2, heldRank: 0 },
    );
    // 3 of 3 + 1.
    expect(rated.score).toBe(0.75);
  });

  it('has no score where nothing is known', () => {
    const options = { levelCount: 1, heldRank: 0 };
    expect(rateEntity([check(1, 'unknown')], options).score).toBeUndefined();
    expect(
      rateEntity([check(1, 'pass', { weight: 0 })], options).score,
    ).toBeUndefined();
  });
});
