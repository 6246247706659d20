import type { SloEvaluation } from '../engine/evaluateSlo';
import { EvaluationSignals } from './EvaluationSignals';

const ref = 'component:default/payment-service';

it('tells of another state, and of a budget that moved by a hundredth in all', () => {
  const publish = jest.fn();
  const signals = new EvaluationSignals({ publish });
  const told = (state: SloEvaluation['state'], budgetRemaining?: number) => {
    publish.mockClear();
    signals.publish([
      {
        slo: { id: 'a', entityRef: ref } as SloEvaluation['slo'],
        state,
        rank: 0,
        budgetRemaining,
        objectives: [],
        alertChanges: [],
      },
    ]);
    return publish.mock.calls.find(([, [subject]]) => subject === 'status')[0];
  };
  expect(told('ok', 0.5)).toEqual([ref]);
  expect(told('ok', 0.496)).toEqual([]);
  // Less than a step at a time, but not since it was told.
  expect(told('ok', 0.489)).toEqual([ref]);
  expect(told('at-risk', 0.489)).toEqual([ref]);
  expect(told('at-risk')).toEqual([ref]);
  expect(told('at-risk')).toEqual([]);
});
