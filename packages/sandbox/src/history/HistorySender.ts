import { setTimeout as wait } from 'node:timers/promises';
import type { CdEvent } from '../delivery/cdEvent.ts';
import type { DeliveryClient } from '../delivery/DeliveryClient.ts';
import { PortalError } from '../PortalApi.ts';
import type { PortalAssignment } from './PortalAssignment.ts';
import type { SampleHistory } from './SampleHistory.ts';

export interface HistorySenderOptions {
  history: SampleHistory;
  client: Pick<DeliveryClient, 'post'>;
  assignment: Pick<PortalAssignment, 'isPossible' | 'isComplete'>;
  /** Between attempts while the portal is down or not so far. */
  retryMs?: number;
  log?: (message: string) => void;
}

const batchSize = 500;
const maxAttempts = 600;

/** Sends the history once the portal knows whose it is. */
export class HistorySender {
  readonly #options: Required<HistorySenderOptions>;
  readonly #abort = new AbortController();

  constructor(options: HistorySenderOptions) {
    this.#options = {
      retryMs: 1_000,
      log: message => process.stderr.write(`sample history: ${message}\n`),
      ...options,
    };
  }

  /** Whether the portal has taken everything and shows it. */
  get isComplete(): boolean {
    return this.#options.history.isComplete;
  }

  async run(): Promise<void> {
    const { history, assignment, log } = this.#options;
    if (history.isComplete) {
      return;
    }
    try {
      await this.#waitUntil(signal => assignment.isPossible(signal));
      const days = history.listMissingDays();
      let count = 0;
      for (const { day, events } of days) {
        await this.#sendDay(events.map(({ event }) => event));
        history.markSent(day);
        count += events.length;
      }
      await this.#waitUntil(signal => assignment.isComplete(signal));
      history.markComplete();
      log(`the portal has taken ${count} events of ${days.length} days`);
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        log(
          `stopped until the next start: ${
            error instanceof Error ? error.message : error
          }`,
        );
      }
    }
  }

  close(): void {
    this.#abort.abort();
  }

  /** A portal that does not answer is waited for as well. */
  async #waitUntil(isSo: (signal: AbortSignal) => Promise<boolean>) {
    const isSoNow = () =>
      isSo(this.#abort.signal).catch(error => {
        if (error instanceof PortalError && !error.isFinal) {
          return false;
        }
        throw error;
      });
    while (!(await isSoNow())) {
      await this.#wait();
    }
  }

  async #sendDay(events: CdEvent[]) {
    for (let start = 0; start < events.length; start += batchSize) {
      await this.#sendBatch(events.slice(start, start + batchSize));
    }
  }

  async #sendBatch(events: CdEvent[]) {
    const { client } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const result = await client.post(events, this.#abort.signal);
      if (result.status === 'taken') {
        const [first] = result.refused;
        if (first) {
          throw new Error(
            `${result.refused.length} refused, first ${first.id}: ${first.reason}`,
          );
        }
        return;
      }
      if (result.isFinal || attempt >= maxAttempts) {
        throw new Error(result.problem);
      }
      await this.#wait();
    }
  }

  #wait() {
    return wait(this.#options.retryMs, undefined, {
      signal: this.#abort.signal,
    });
  }
}
