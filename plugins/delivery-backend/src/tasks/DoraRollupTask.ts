import type { SignalPublisher } from '@atrium/backend-common';
import type { DeliverySubject } from '@atrium/plugin-delivery-common';
import type { DoraConfig } from '../config/readDeliveryConfig';
import type { DoraStore } from '../database/DoraStore';
import { nextMonday } from '../model/days';
import { computeDora } from '../services/dora/computeDora';

interface DoraRollupTaskOptions {
  store: DoraStore;
  config: DoraConfig;
  historyMs: number;
  signals: Pick<SignalPublisher<DeliverySubject>, 'publish'>;
  /** For OpenTelemetry. */
  pendingGauge: { record(entities: number): void };
}

/** Histories are read and written by the batch, to keep queries few. */
const BATCH = 50;
/** How long events wait at most, until they are counted together. */
export const ROLLUP_DELAY_MS = 10_000;
/**
 * A third of the time between two runs: events and requests go first, and the
 * reports say how much is waiting.
 */
const BUDGET_MS = 5_000;
// Close to where the history ends, a day may miss what it depends on: the
// change that was merged half a year before it was deployed, at most.
const MARGIN_MS = 190 * 24 * 3_600_000;

/** Computes the daily figures of entities that have new events. */
export class DoraRollupTask {
  readonly #options: DoraRollupTaskOptions;

  constructor(options: DoraRollupTaskOptions) {
    this.#options = options;
  }

  /**
   * Works until nothing is left, the time is over, or the signal aborts.
   *
   * @returns how many entities are left
   */
  async run(signal?: AbortSignal): Promise<number> {
    const { store, pendingGauge } = this.#options;
    await this.#work(signal);
    const pendingCount = await store.countPending();
    pendingGauge.record(pendingCount);
    return pendingCount;
  }

  async #work(signal: AbortSignal | undefined): Promise<void> {
    const { store, config, historyMs, signals } = this.#options;
    const oldest = new Date(Date.now() - historyMs + MARGIN_MS).toISOString();
    const since = nextMonday(oldest.slice(0, 10));
    const end = Date.now() + BUDGET_MS;
    while (!signal?.aborted && Date.now() < end) {
      const pending = await store.listPending(BATCH);
      if (pending.length === 0) {
        return;
      }
      const inputs = await store.readInputs(
        pending.map(({ entityRef }) => entityRef),
      );
      await store.write(
        pending.flatMap(entity => {
          const input = inputs.get(entity.entityRef);
          return input ? [{ entity, figures: computeDora(input, config) }] : [];
        }),
        { since },
      );
      signals.publish(
        pending.map(({ entityRef }) => entityRef),
        ['metrics'],
      );
    }
  }
}
