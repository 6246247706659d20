import {
  SLO_SIGNAL_CHANNEL,
  type SloSignal,
  type SloState,
  type SloSubject,
} from '@atrium/plugin-slo-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { SloEvaluation } from '../engine/evaluateSlo';

interface SignalPublisherOptions {
  signals: SignalsService;
  logger: LoggerService;
}

/** Tells open pages what has changed. */
export class SignalPublisher {
  readonly #options: SignalPublisherOptions;
  /** As this replica last saw them; the pages ask again in any case. */
  readonly #states = new Map<string, SloState>();

  constructor(options: SignalPublisherOptions) {
    this.#options = options;
  }

  /** Tells whose state is another one, and whose alerts have changed. */
  publishEvaluations(evaluations: SloEvaluation[]): void {
    const changed = evaluations.filter(
      ({ slo, state }) => this.#states.get(slo.id) !== state,
    );
    this.#states.clear();
    for (const { slo, state } of evaluations) {
      this.#states.set(slo.id, state);
    }
    this.publish(refsOf(changed), 'status');
    this.publish(
      refsOf(evaluations.filter(({ alertChanges }) => alertChanges.length > 0)),
      'alert',
    );
  }

  /** Does not wait, and does not fail: signals are a courtesy. */
  publish(entityRefs: string[], subject: SloSubject): void {
    if (entityRefs.length === 0) {
      return;
    }
    const message: SloSignal = { entityRefs, subjects: [subject] };
    this.#options.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: SLO_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        this.#options.logger.debug('A signal was not sent', {
          reason: stringifyError(error),
        }),
      );
  }
}

function refsOf(evaluations: SloEvaluation[]): string[] {
  return [...new Set(evaluations.map(({ slo }) => slo.entityRef))];
}
