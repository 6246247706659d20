import { createHmac, randomUUID } from 'node:crypto';

export interface WebhookSenderOptions {
  url: string;
  secret: string;
  /** Waiting times between attempts; the last one repeats. */
  backOffMs?: number[];
  /** How long one delivery is tried. */
  giveUpAfterMs?: number;
  log?: (message: string) => void;
}

interface Delivery {
  id: string;
  event: string;
  body: string;
  createdAtMs: number;
}

const defaultBackOffMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
const defaultGiveUpAfterMs = 15 * 60 * 1000;
const requestTimeoutMs = 10_000;
const maxQueueLength = 1_000;

/** Answers that trying again will not change. */
const finalStatuses = new Set([400, 401, 403, 405, 410, 413, 415, 422]);

/**
 * Delivers events to the portal in the order in which they happened.
 *
 * @remarks
 * The queue lives in memory and waits while the portal starts or restarts.
 */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  readonly #queue: Delivery[] = [];
  readonly #abort = new AbortController();
  #isRunning = false;

  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  get pendingCount(): number {
    return this.#queue.length;
  }

  send(event: string, payload: unknown): void {
    if (this.#queue.length >= maxQueueLength) {
      const [dropped] = this.#queue.splice(1, 1);
      this.#log(`the queue is full, dropped delivery ${dropped.id}`);
    }
    this.#queue.push({
      id: randomUUID(),
      event,
      body: JSON.stringify(payload),
      createdAtMs: Date.now(),
    });
    this.#run();
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
      let delivery = this.#queue[0];
      while (delivery && !this.#abort.signal.aborted) {
        await this.#deliver(delivery);
        this.#queue.shift();
        delivery = this.#queue[0];
      }
    } finally {
      this.#isRunning = false;
    }
  }

  async #deliver(delivery: Delivery) {
    const {
      backOffMs = defaultBackOffMs,
      giveUpAfterMs = defaultGiveUpAfterMs,
    } = this.#options;
    for (let attempt = 0; !this.#abort.signal.aborted; attempt++) {
      const result = await this.#post(delivery);
      if (result === 'delivered' || this.#abort.signal.aborted) {
        return;
      }
      const isTooLate = Date.now() - delivery.createdAtMs > giveUpAfterMs;
      if (result.isFinal || isTooLate) {
        this.#log(`gave up delivery ${delivery.id}: ${result.problem}`);
        return;
      }
      await this.#wait(backOffMs[Math.min(attempt, backOffMs.length - 1)]);
    }
  }

  async #post(
    delivery: Delivery,
  ): Promise<'delivered' | { problem: string; isFinal: boolean }> {
    try {
      const response = await fetch(this.#options.url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'Atrium-Sandbox',
          'X-Gitea-Delivery': delivery.id,
          'X-Gitea-Event': delivery.event,
          'X-Gitea-Event-Type': delivery.event,
          'X-Gitea-Signature': createHmac('sha256', this.#options.secret)
            .update(delivery.body)
            .digest('hex'),
        },
        body: delivery.body,
        signal: AbortSignal.any([
          this.#abort.signal,
          AbortSignal.timeout(requestTimeoutMs),
        ]),
      });
      await response.body?.cancel();
      if (response.ok) {
        return 'delivered';
      }
      return {
        problem: `the portal answered ${response.status}`,
        isFinal: finalStatuses.has(response.status),
      };
    } catch (error) {
      return {
        problem: `the portal is unreachable (${error})`,
        isFinal: false,
      };
    }
  }

  #wait(durationMs: number) {
    const { signal } = this.#abort;
    return new Promise<void>(resolve => {
      const timer = setTimeout(finish, durationMs);
      function finish() {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      }
      signal.addEventListener('abort', finish);
    });
  }

  #log(message: string) {
    const { log = text => process.stderr.write(`${text}\n`) } = this.#options;
    log(`git host webhook: ${message}`);
  }
}
