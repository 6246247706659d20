import type { CheckOutcome } from '@atrium/plugin-scorecard-common';
import { toResultWrite } from './toResultWrite';

const RATED_SINCE = new Date('2026-11-01T12:00:00Z');
const HOUR_MS = 3_600_000;

function resultOf(outcome: CheckOutcome, rank: number) {
  return {
    entityId: 1,
    version: 1,
    rank,
    score: null,
    counts: { pass: 0, fail: 0, 'not-applicable': 0, exempt: 0, unknown: 0 },
    outcomes: { documented: outcome },
    since: {},
    reasons: {},
    ratedSince: RATED_SINCE,
    levelSince: RATED_SINCE,
    dueAt: null,
  };
}

describe('toResultWrite', () => {
  it.each<[string, CheckOutcome, number, boolean]>([
    ['becomes known while all of it is new', 'unknown', 23, false],
    ['becomes known a day later', 'unknown', 24, true],
    ['is another than before', 'fail', 1, true],
  ])('says of a check that %s whether it moves the entity', (_case, ...row) => {
    const [outcome, hours, isMove] = row;
    const at = new Date(RATED_SINCE.getTime() + hours * HOUR_MS);
    const { change, levelSince } = toResultWrite(
      { ...resultOf('pass', 1), score: undefined, dueAtMs: undefined },
      { at, before: resultOf(outcome, 0), entityId: 1, version: 1 },
    );
    expect(change).toEqual({
      previousRank: 0,
      isRankChange: isMove,
      changed: { documented: 'pass' },
    });
    expect(levelSince).toEqual(isMove ? at : RATED_SINCE);
  });
});
