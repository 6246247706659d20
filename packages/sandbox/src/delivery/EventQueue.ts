import { setTimeout as wait } from 'node:timers/promises';
import type { CdEvent } from './cdEvent.ts';
import type { DeliveryClient } from './DeliveryClient.ts';

export interface EventQueueOptions {
  client: Pick<DeliveryClient, 'post'>;
  /** Waiting times between attempts; the last one repeats. */
  backOffMs?: number[];
  /** How long one batch is tried. */
  giveUpAfterMs?: number;
  maxLength?: number;
  log?: (message: string) => void;
}

const defaultBackOffMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
const defaultGiveUpAfterMs = 15 * 60 * 1000;
const defaultMaxLength = 10_000;
const batchSize = 500;

/**
 * Sends events in the order in which they happened.
 *
 * @remarks
 * The queue lives in memory and waits while the portal starts or restarts.
 */
export class EventQueue {
  readonly #options: EventQueueOptions;
  readonly #queue: CdEvent[] = [];
  readonly #abort = new AbortController();
  #isRunning = false;
  #droppedCount = 0;

  constructor(options: EventQueueOptions) {
    this.#options = options;
  }

  get pendingCount(): number {
    return this.#queue.length;
  }

  send(events: CdEvent[]): void {
    if (this.#abort.signal.aborted) {
      return;
    }
    const { maxLength = defaultMaxLength } = this.#options;
    const room = Math.max(0, maxLength - this.#queue.length);
    this.#queue.push(...events.slice(0, room));
    if (events.length > room) {
      if (this.#droppedCount === 0) {
        this.#log('the queue is full, events are dropped');
      }
      this.#droppedCount += events.length - room;
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
      while (this.#queue.length > 0 && !this.#abort.signal.aborted) {
        const batch = this.#queue.slice(0, batchSize);
        await this.#deliver(batch);
        this.#queue.splice(0, batch.length);
        this.#droppedCount = 0;
      }
    } finally {
      this.#isRunning = false;
    }
  }

  async #deliver(batch: CdEvent[]) {
    const {
      client,
      backOffMs = defaultBackOffMs,
      giveUpAfterMs = defaultGiveUpAfterMs,
    } = this.#options;
    const { signal } = this.#abort;
    const startedAtMs = Date.now();
    for (let attempt = 0; !signal.aborted; attempt++) {
      const result = await client.post(batch, signal);
      if (result.status === 'taken') {
        const [first] = result.refused;
        if (first) {
          this.#log(
            `${result.refused.length} refused, first ${first.id}: ${first.reason}`,
          );
        }
        return;
      }
      if (signal.aborted) {
        return;
      }
      if (result.isFinal || Date.now() - startedAtMs > giveUpAfterMs) {
        this.#log(`gave up ${batch.length} events: ${result.problem}`);
        return;
      }
      const durationMs = backOffMs[Math.min(attempt, backOffMs.length - 1)];
      await wait(durationMs, undefined, { signal }).catch(() => {});
    }
  }

  #log(message: string) {
    const { log = text => process.stderr.write(`${text}\n`) } = this.#options;
    log(`delivery events: ${message}`);
  }
}
