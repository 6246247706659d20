import type { SignalPublisher } from '@atrium/backend-common';
import type { SloState, SloSubject } from '@atrium/plugin-slo-common';
import type { SloEvaluation } from '../engine/evaluateSlo';

/** How much of a budget has to come or go for pages to be told. */
const BUDGET_STEP = 0.01;

interface Told {
  state: SloState;
  budgetRemaining?: number;
}

/** Tells open pages, and lists that keep figures, whose SLOs stand otherwise than before. */
export class EvaluationSignals {
  readonly #signals: Pick<SignalPublisher<SloSubject>, 'publish'>;
  /** As this replica last told them; the pages ask again in any case. */
  #told = new Map<string, Told>();

  constructor(signals: Pick<SignalPublisher<SloSubject>, 'publish'>) {
    this.#signals = signals;
  }

  /** Tells whose state or budget is another one, and whose alerts have changed. */
  publish(evaluations: SloEvaluation[]): void {
    const told = new Map<string, Told>();
    const changed = evaluations.filter(evaluation => {
      const { slo, state, budgetRemaining } = evaluation;
      const before = this.#told.get(slo.id);
      const isNew = !before || isAnother(before, evaluation);
      told.set(slo.id, isNew ? { state, budgetRemaining } : before);
      return isNew;
    });
    this.#told = told;
    this.#signals.publish(refsOf(changed), ['status']);
    this.#signals.publish(
      refsOf(evaluations.filter(({ alertChanges }) => alertChanges.length > 0)),
      ['alert'],
    );
  }
}

function isAnother(before: Told, now: Told): boolean {
  return (
    before.state !== now.state ||
    Math.abs((before.budgetRemaining ?? 0) - (now.budgetRemaining ?? 0)) >=
      BUDGET_STEP
  );
}

function refsOf(evaluations: SloEvaluation[]): string[] {
  return evaluations.map(({ slo }) => slo.entityRef);
}
