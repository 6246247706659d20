import { compileScorecard } from '../expressions/CompiledScorecard';
import { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { evaluateEntity } from './evaluateEntity';
import { FactSnapshot } from './FactSnapshot';

const HOUR_MS = 3_600_000;
const AT_MS = Date.parse('2026-11-10T12:00:00Z');

const expressions = new ScorecardExpressions([
  {
    id: 'slo',
    title: 'SLOs',
    description: 'What was promised.',
    freshnessMs: 24 * HOUR_MS,
    facts: {
      count: { type: 'integer', title: 'SLOs', description: 'How many.' },
    },
  },
]);

/** An entity with an SLO that was seen two hours ago. */
const snapshot = new FactSnapshot(
  {
    id: 1,
    entityRef: 'component:default/orders',
    ownerRefs: [],
    shape: { kind: 'Component' },
    facts: {
      slo: { values: { count: 1 }, observedAtMs: AT_MS - 2 * HOUR_MS },
    },
  },
  { atMs: AT_MS, expressions },
);

function evaluate(appliesTo: string) {
  const { scorecard } = compileScorecard(
    {
      apiVersion: 'atrium.dev/v1',
      kind: 'Scorecard',
      metadata: { name: 'steps' },
      spec: {
        owner: 'group:default/platform',
        appliesTo,
        levels: [],
        checks: [
          {
            name: 'component',
            title: 'Is a component',
            weight: 1,
            effort: 'minutes',
            expression: 'entity.kind == "Component"',
          },
        ],
      },
    },
    expressions,
  );
  return (
    scorecard &&
    evaluateEntity(scorecard, snapshot, { expressions, heldRank: 0 })
  );
}

describe('evaluateEntity', () => {
  it.each([
    ['nothing else can change', 'entity.kind == "Component"', undefined],
    // 24 hours after it was seen.
    ['its facts are too old', 'facts.slo.count > 0', AT_MS + 22 * HOUR_MS],
    ['an hour has passed', 'now > now - duration("1h")', AT_MS + HOUR_MS],
  ])(
    'is due when %s by which the scorecard is for it',
    (_when, appliesTo, due) => {
      expect(evaluate(appliesTo)).toMatchObject({
        outcomes: { component: 'pass' },
        dueAtMs: due,
      });
    },
  );
});
