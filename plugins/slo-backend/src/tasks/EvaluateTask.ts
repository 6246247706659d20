import { failpoint } from '@atrium/backend-common';
import type { SloState } from '@atrium/plugin-slo-common';
import type { EvaluationStore } from '../database/EvaluationStore';
import type { AlertChange } from '../engine/alerts/AlertChange';
import type { EvaluationSettings } from '../engine/evaluateObjective';
import {
  evaluateSlo,
  toSeriesWindows,
  type SloEvaluation,
  windowsOfSlo,
} from '../engine/evaluateSlo';

interface EvaluateTaskOptions {
  store: EvaluationStore;
  settings: EvaluationSettings;
  recipientsOf(change: AlertChange): string[];
  /** Told when alerts began or ended, and are to be sent. */
  onAlerts(): void;
  /** Told how every SLO stands now. */
  onEvaluated(evaluations: SloEvaluation[]): void;
  meter: {
    recordSeconds(seconds: number): void;
    recordStates(states: ReadonlyMap<SloState, number>): void;
  };
}

/** Works out, once for all SLOs, how they stand and who has to hear of it. */
export class EvaluateTask {
  readonly #options: EvaluateTaskOptions;
  /** Before the first tick of this process nobody may have collected. */
  #watchingSince?: Date;

  constructor(options: EvaluateTaskOptions) {
    this.#options = options;
  }

  async run(now = new Date()): Promise<void> {
    const { store, settings, onAlerts, onEvaluated, meter } = this.#options;
    const watchingSince = (this.#watchingSince ??= now);
    const start = performance.now();
    let evaluations: SloEvaluation[] = [];
    let hasAlerts = false;
    const recipientsOf = (change: AlertChange) => {
      hasAlerts = true;
      return this.#options.recipientsOf(change);
    };
    const isDone = await store.tick(async tick => {
      const windows = (await tick.listSlos()).map(slo =>
        windowsOfSlo(slo, now),
      );
      const sums = await tick.sum(windows.flatMap(toSeriesWindows));
      evaluations = windows.map(one =>
        evaluateSlo(one, { sums, settings, watchingSince, now }),
      );
      await tick.save(evaluations, { now, recipientsOf });
    });
    if (!isDone) {
      return;
    }
    failpoint('slo.tick.5');
    meter.recordSeconds((performance.now() - start) / 1_000);
    meter.recordStates(countStates(evaluations));
    onEvaluated(evaluations);
    if (hasAlerts) {
      onAlerts();
    }
  }
}

function countStates(evaluations: SloEvaluation[]): Map<SloState, number> {
  const states = new Map<SloState, number>();
  for (const { state } of evaluations) {
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  return states;
}
