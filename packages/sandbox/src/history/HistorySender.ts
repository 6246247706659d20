import { setTimeout as wait } from 'node:timers/promises';
import type { CdEvent } from '../delivery/cdEvent.ts';
import type { DeliveryClient } from '../delivery/DeliveryClient.ts';
import type { SampleHistory } from './SampleHistory.ts';

export interface HistorySenderOptions {
  history: SampleHistory;
  client: Pick<DeliveryClient, 'post'>;
  portalUrl: string;
  /** After the portal is ready, so that its first minute is its visitors'. */
  settleMs?: number;
  /** Between batches. */
  pauseMs?: number;
  /** Between attempts while the portal is down. */
  retryMs?: number;
  log?: (message: string) => void;
}

const batchSize = 250;
const maxAttempts = 60;
const readinessTimeoutMs = 5_000;

/** Sends the history once the portal is ready, in the background. */
export class HistorySender {
  readonly #options: Required<HistorySenderOptions>;
  readonly #abort = new AbortController();

  constructor(options: HistorySenderOptions) {
    this.#options = {
      settleMs: 20_000,
      pauseMs: 400,
      retryMs: 10_000,
      log: message => process.stderr.write(`sample history: ${message}\n`),
      ...options,
    };
  }

  async run(): Promise<void> {
    const { history, settleMs, log } = this.#options;
    const days = history.listMissingDays();
    if (days.length === 0) {
      return;
    }
    try {
      await this.#waitForPortal();
      await this.#wait(settleMs);
      let count = 0;
      for (const { day, events } of days) {
        await this.#sendDay(events.map(({ event }) => event));
        history.markSent(day);
        count += events.length;
      }
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

  async #waitForPortal() {
    const { portalUrl, retryMs } = this.#options;
    while (!(await this.#isPortalReady(portalUrl))) {
      await this.#wait(Math.min(retryMs, 2_000));
    }
  }

  async #isPortalReady(portalUrl: string) {
    try {
      const response = await fetch(
        `${portalUrl}/.backstage/health/v1/readiness`,
        {
          signal: AbortSignal.any([
            this.#abort.signal,
            AbortSignal.timeout(readinessTimeoutMs),
          ]),
        },
      );
      await response.body?.cancel();
      return response.ok;
    } catch {
      // It is not up yet.
      return false;
    }
  }

  async #sendDay(events: CdEvent[]) {
    for (let start = 0; start < events.length; start += batchSize) {
      await this.#sendBatch(events.slice(start, start + batchSize));
      await this.#wait(this.#options.pauseMs);
    }
  }

  async #sendBatch(events: CdEvent[]) {
    const { client, retryMs } = this.#options;
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
      await this.#wait(retryMs);
    }
  }

  #wait(durationMs: number) {
    return wait(durationMs, undefined, { signal: this.#abort.signal });
  }
}
