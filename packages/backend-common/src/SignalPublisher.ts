import type { EntitySignal } from '@atrium/common';
import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** What a {@link SignalPublisher} works with. */
export interface SignalPublisherOptions {
  signals: SignalsService;
  logger: LoggerService;
  /** What is waiting is sent before the plugin stops. */
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  /** The name that the frontend subscribes to. */
  channel: string;
  /** How long changes are collected: half a second by default. */
  delayMs?: number;
}

const DEFAULT_DELAY_MS = 500;
const MAX_ENTITIES = 200;

/**
 * Tells open pages that something changed for their entities. What changes
 * within half a second goes into one message, or into several of at most 200
 * entities each.
 *
 * @typeParam Subject - what a change can be about, such as `run`
 */
export class SignalPublisher<Subject extends string> {
  readonly #options: SignalPublisherOptions;
  #waiting = new Map<string, Set<Subject>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SignalPublisherOptions) {
    this.#options = options;
    options.lifecycle.addShutdownHook(() => this.flush());
  }

  /** Takes what changed, and sends it soon. It does not wait and cannot fail. */
  publish(entityRefs: Iterable<string>, subjects: Iterable<Subject>): void {
    for (const entityRef of entityRefs) {
      const waiting = this.#waiting.get(entityRef) ?? [];
      this.#waiting.set(entityRef, new Set([...waiting, ...subjects]));
    }
    if (this.#waiting.size > 0) {
      this.#timer ??= setTimeout(() => {
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
      // Pages are a little late then; what changed is stored.
      this.#options.logger.warn('Signals were not sent', {
        error: stringifyError(error),
      });
    }
  }

  async #send(changed: [string, Set<Subject>][]): Promise<void> {
    const { signals, channel } = this.#options;
    const subjects = changed.flatMap(([, names]) => [...names]);
    await signals.publish<EntitySignal<Subject>>({
      recipients: { type: 'broadcast' },
      channel,
      message: {
        entityRefs: changed.map(([entityRef]) => entityRef),
        subjects: [...new Set(subjects)],
      },
    });
  }
}
