import { createHmac, randomUUID } from 'node:crypto';
import { fetchFromPortal } from '../portal/PortalApi.ts';
import { RetryQueue } from '../portal/RetryQueue.ts';
import type { RetryQueueOptions } from '../portal/RetryQueue.ts';

interface Delivery {
  id: string;
  event: string;
  body: string;
}

export interface WebhookSenderOptions
  extends Partial<
    Pick<RetryQueueOptions<Delivery>, 'backOffMs' | 'giveUpAfterMs' | 'log'>
  > {
  url: string;
  secret: string;
}

/** Delivers events to the portal as Gitea's webhooks do. */
export class WebhookSender {
  readonly #queue: RetryQueue<Delivery>;

  constructor({ url, secret, ...options }: WebhookSenderOptions) {
    this.#queue = new RetryQueue<Delivery>({
      log: text => process.stderr.write(`git host webhook: ${text}\n`),
      ...options,
      describe: ([{ id }]) => `delivery ${id}`,
      deliver: async ([{ id, event, body }], signal) => {
        const response = await fetchFromPortal(url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'X-Gitea-Delivery': id,
            'X-Gitea-Event': event,
            'X-Gitea-Event-Type': event,
            'X-Gitea-Signature': createHmac('sha256', secret)
              .update(body)
              .digest('hex'),
          },
          body,
          signal,
        });
        await response.body?.cancel();
      },
    });
  }

  get pendingCount(): number {
    return this.#queue.pendingCount;
  }

  send(event: string, payload: unknown): void {
    const body = JSON.stringify(payload);
    this.#queue.send([{ id: randomUUID(), event, body }]);
  }

  close(): void {
    this.#queue.close();
  }
}
