import type { CheckResult } from '@atrium/plugin-scorecard-common';
import { shownLevels } from './levels';
import { nextSteps } from './nextSteps';

const levels = shownLevels({
  levels: [
    { name: 'bronze', title: 'Bronze', color: 'bronze' },
    { name: 'silver', title: 'Silver', color: 'silver' },
    { name: 'gold', title: 'Gold', color: 'gold' },
  ],
});

function check(name: string, other: Partial<CheckResult>): CheckResult {
  return {
    check: name,
    title: name,
    weight: 1,
    effort: 'hours',
    outcome: 'fail',
    isCounted: true,
    since: '2026-11-20T00:00:00Z',
    ...other,
  };
}

const namesOf = (checks: CheckResult[]) =>
  checks.map(({ check: name }) => name);

describe('nextSteps', () => {
  it('puts what blocks the next level first, the least work of it first', () => {
    const steps = nextSteps(
      {
        rank: 1,
        checks: [
          check('days', { level: 'silver', effort: 'days', weight: 9 }),
          check('later', { level: 'gold', effort: 'minutes' }),
          check('light', { level: 'silver', effort: 'hours', weight: 1 }),
          check('heavy', { level: 'silver', effort: 'hours', weight: 5 }),
          check('score', { effort: 'minutes', weight: 2 }),
          // Held in spite of it, but no higher level is reached while it is.
          check('below', {
            level: 'bronze',
            outcome: 'unknown',
            effort: 'minutes',
          }),
        ],
      },
      levels,
    );
    expect(steps.next?.title).toBe('Silver');
    expect(namesOf(steps.blocking)).toEqual([
      'below',
      'heavy',
      'light',
      'days',
    ]);
    expect(namesOf(steps.others)).toEqual(['score', 'later']);
  });

  it('asks nothing for what is passed, exempt, or does not count yet', () => {
    const steps = nextSteps(
      {
        rank: 0,
        checks: [
          check('passed', { level: 'bronze', outcome: 'pass' }),
          check('exempt', { level: 'bronze', outcome: 'exempt' }),
          check('other kind', { level: 'bronze', outcome: 'not-applicable' }),
          check('announced', { level: 'bronze', isCounted: false }),
        ],
      },
      levels,
    );
    expect([...steps.blocking, ...steps.others]).toEqual([]);
  });

  it('knows of no next level at the top', () => {
    expect(nextSteps({ rank: 3, checks: [] }, levels).next).toBeUndefined();
    expect(nextSteps({ checks: [] }, shownLevels({ levels: [] })).next).toBe(
      undefined,
    );
  });
});
