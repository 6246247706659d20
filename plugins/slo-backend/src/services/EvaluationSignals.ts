import type { SignalPublisher } from '@atrium/backend-common';
import type { SloState, SloSubject } from '@atrium/plugin-slo-common';
import type { SloEvaluation } from '../engine/evaluateSlo';

/** Tells open pages whose SLOs stand otherwise than before. */
export class EvaluationSignals {
  readonly #signals: Pick<SignalPublisher<SloSubject>, 'publish'>;
  /** As this replica last saw them; the pages ask again in any case. */
  readonly #states = new Map<string, SloState>();

  constructor(signals: Pick<SignalPublisher<SloSubject>, 'publish'>) {
    this.#signals = signals;
  }

  /** Tells whose state is another one, and whose alerts have changed. */
  publish(evaluations: SloEvaluation[]): void {
    const changed = evaluations.filter(
      ({ slo, state }) => this.#states.get(slo.id) !== state,
    );
    this.#states.clear();
    for (const { slo, state } of evaluations) {
      this.#states.set(slo.id, state);
    }
    this.#signals.publish(refsOf(changed), ['status']);
    this.#signals.publish(
      refsOf(evaluations.filter(({ alertChanges }) => alertChanges.length > 0)),
      ['alert'],
    );
  }
}

function refsOf(evaluations: SloEvaluation[]): string[] {
  return evaluations.map(({ slo }) => slo.entityRef);
}
