import type { MessageStore, SignalPublisher } from '@atrium/backend-common';
import type { ScorecardSubject } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type { EvaluationQueue } from '../../database/EvaluationQueue';
import type { PeopleMetrics } from '../PeopleMetrics';
import { toRequesterMessages } from './exemptionMessages';
import type { ExemptionStore } from './ExemptionStore';

interface ExemptionTaskOptions {
  knex: Knex;
  store: ExemptionStore;
  evaluationQueue: Pick<EvaluationQueue, 'add'>;
  messages: Pick<MessageStore, 'add'>;
  metrics: Pick<PeopleMetrics, 'countExemptions'>;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
}

/** Ends exemptions whose time is over, or that nothing is left of. */
export class ExemptionTask {
  readonly #options: ExemptionTaskOptions;

  constructor(options: ExemptionTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { evaluationQueue, knex, messages, metrics, signals, store } =
      this.#options;
    const ended = await knex.transaction(async trx => {
      const exemptions = await store.endOver(trx);
      const refs = exemptions.map(({ entityRef }) => entityRef);
      await evaluationQueue.add(refs, trx);
      await messages.add(
        exemptions.flatMap(exemption => toRequesterMessages(exemption)),
        trx,
      );
      return refs;
    });
    metrics.countExemptions(ended.length, 'expired');
    signals.publish(ended, ['exemption']);
  }
}
