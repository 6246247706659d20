import { setTimeout as wait } from 'node:timers/promises';
import { PortalError } from './PortalApi.ts';

export interface RetryQueueOptions<Item> {
  /** @throws PortalError when the portal did not take them */
  deliver(batch: Item[], signal: AbortSignal): Promise<void>;
  /** How messages call a batch. */
  describe(batch: Item[]): string;
  log(message: string): void;
  batchSize?: number;
  maxLength?: number;
  /** Waiting times between attempts; the last one repeats. */
  backOffMs?: number[];
  /** How long an item is tried. */
  giveUpAfterMs?: number;
}

/**
 * Sends items in the order in which they came.
 *
 * @remarks
 * The queue lives in memory and waits while the portal starts or restarts.
 */
export class RetryQueue<Item> {
  readonly #options: Required<RetryQueueOptions<Item>>;
  readonly #queue: { item: Item; queuedAtMs: number }[] = [];
  readonly #abort = new AbortController();
  #isRunning = false;
  #isFull = false;

  constructor(options: RetryQueueOptions<Item>) {
    this.#options = {
      batchSize: 1,
      maxLength: 1_000,
      backOffMs: [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000],
      giveUpAfterMs: 15 * 60 * 1000,
      ...options,
    };
  }

  get pendingCount(): number {
    return this.#queue.length;
  }

  send(items: Item[]): void {
    if (this.#abort.signal.aborted) {
      return;
    }
    const { maxLength, log } = this.#options;
    const queuedAtMs = Date.now();
    const room = Math.max(0, maxLength - this.#queue.length);
    this.#queue.push(
      ...items.slice(0, room).map(item => ({ item, queuedAtMs })),
    );
    if (items.length > room && !this.#isFull) {
      this.#isFull = true;
      log('the queue is full, what is new is dropped');
    }
    void this.#run();
  }

  close(): void {
    this.#abort.abort();
    this.#queue.length = 0;
  }

  async #run() {
    if (this.#isRunning) {
      return;
    }
    this.#isRunning = true;
    try {
      while (this.#queue.length > 0) {
        const batch = this.#queue.slice(0, this.#options.batchSize);
        await this.#deliver(
          batch.map(({ item }) => item),
          batch[0].queuedAtMs,
        );
        this.#queue.splice(0, batch.length);
        this.#isFull = false;
      }
    } finally {
      this.#isRunning = false;
    }
  }

  async #deliver(batch: Item[], queuedAtMs: number) {
    const { deliver, describe, log, backOffMs, giveUpAfterMs } = this.#options;
    const { signal } = this.#abort;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await deliver(batch, signal);
        return;
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const isFinal = !(error instanceof PortalError) || error.isFinal;
        if (isFinal || Date.now() - queuedAtMs > giveUpAfterMs) {
          const problem = error instanceof Error ? error.message : error;
          log(`gave up ${describe(batch)}: ${problem}`);
          return;
        }
      }
      const durationMs = backOffMs[Math.min(attempt, backOffMs.length - 1)];
      await wait(durationMs, undefined, { signal }).catch(() => {});
    }
  }
}
