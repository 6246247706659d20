import {
  DELIVERY_SIGNAL_CHANNEL,
  type DeliverySignal,
} from '@atrium/plugin-delivery-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';

interface SignalPublisherOptions {
  signals: SignalsService;
  logger: LoggerService;
  delayMs?: number;
}

const DEFAULT_DELAY_MS = 500;
const MAX_ENTITIES = 200;

/**
 * Tells open pages that something changed for their entity. What changes
 * within half a second is told at once.
 */
export class SignalPublisher {
  readonly #options: SignalPublisherOptions;
  #waiting = new Map<string, Set<string>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SignalPublisherOptions) {
    this.#options = options;
  }

  /** Takes entity refs and what changed for them. */
  publish(changed: Map<string, Set<string>>): void {
    for (const [entityRef, subjects] of changed) {
      const waiting = this.#waiting.get(entityRef) ?? new Set();
      this.#waiting.set(entityRef, new Set([...waiting, ...subjects]));
    }
    if (this.#waiting.size > 0 && !this.#timer) {
      this.#timer = setTimeout(() => {
        void this.flush();
      }, this.#options.delayMs ?? DEFAULT_DELAY_MS);
    }
  }

  /** Sends what is waiting now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#waiting];
    this.#waiting = new Map();
    try {
      while (waiting.length > 0) {
        await this.#send(waiting.splice(0, MAX_ENTITIES));
      }
    } catch (error) {
      // Pages are a little late then; the events themselves are stored.
      this.#options.logger.warn('Signals were not sent', {
        error: stringifyError(error),
      });
    }
  }

  async #send(changed: [string, Set<string>][]): Promise<void> {
    const subjects = changed.flatMap(([, names]) => [...names]);
    await this.#options.signals.publish<DeliverySignal>({
      recipients: { type: 'broadcast' },
      channel: DELIVERY_SIGNAL_CHANNEL,
      message: {
        entityRefs: changed.map(([entityRef]) => entityRef),
        subjects: [...new Set(subjects)] as DeliverySignal['subjects'],
      },
    });
  }
}
