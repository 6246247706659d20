import { compileScorecard } from '../expressions/CompiledScorecard';
import { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { evaluateEntity } from './evaluateEntity';
import { FactSnapshot } from './FactSnapshot';
import type { GrantedExemption } from './GrantedExemptions';

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
      breached: {
        type: 'integer',
        title: 'Breached SLOs',
        description: 'How many are breached.',
      },
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

const exemption: GrantedExemption = {
  id: '5f0c2b7e-0000-4000-8000-000000000000',
  scorecard: 'steps',
  check: 'component',
  entityRef: 'component:default/orders',
  reason: 'It is being replaced.',
  fromMs: AT_MS - HOUR_MS,
  untilMs: AT_MS + 100 * HOUR_MS,
};

/** @param options - of the only check */
function evaluate(
  appliesTo: string,
  options: { checkAppliesTo?: string; isExempt?: boolean } = {},
) {
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
            appliesTo: options.checkAppliesTo,
            expression: 'entity.kind == "Component"',
          },
        ],
      },
    },
    expressions,
  );
  return (
    scorecard &&
    evaluateEntity(scorecard, snapshot, {
      expressions,
      heldRank: 0,
      exemptions: options.isExempt
        ? new Map([['component', [exemption]]])
        : undefined,
    })
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

  it.each([
    ['facts.slo.count > 0', false, 'pass'],
    ['facts.slo.count > 0', true, 'exempt'],
    ['facts.slo.count > 1', true, 'not-applicable'],
    // Nobody said how many are breached.
    ['facts.slo.breached > 0', false, 'unknown'],
    ['facts.slo.breached > 0', true, 'exempt'],
  ])(
    'takes a check that is for entities with %s, exempt: %s, for %s',
    (checkAppliesTo, isExempt, outcome) => {
      expect(
        evaluate('entity.kind == "Component"', { checkAppliesTo, isExempt }),
      ).toMatchObject({
        outcomes: { component: outcome },
        counts: { [outcome]: 1 },
      });
    },
  );
});
