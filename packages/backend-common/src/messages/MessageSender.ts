import { cutTitle } from '@atrium/common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { hashJson } from '../hashJson';
import type { DueMessage, MessageStore } from './MessageStore';

const BATCH = 500;
const MAX_ATTEMPTS = 12;
const FIRST_RETRY_MS = 15_000;
const LAST_RETRY_MS = 30 * 60_000;

/** What a {@link MessageSender} works with. */
export interface MessageSenderOptions {
  /** The plugin that sends, such as `scorecard`. */
  pluginId: string;
  store: Pick<MessageStore, 'takeDue' | 'markSent' | 'markFailed'>;
  notifications: Pick<NotificationService, 'send'>;
  logger: LoggerService;
  /** Counts what was sent, or failed. */
  metrics: { countMessage(outcome: 'sent' | 'failed'): void };
}

/** Sends what was written down to be told, again if need be. */
export class MessageSender {
  readonly #options: MessageSenderOptions;

  constructor(options: MessageSenderOptions) {
    this.#options = options;
  }

  /**
   * Sends what is due, until told to stop. A message goes out a second time only
   * where this process ends before it has noted the first; its scope then has it
   * take the place of that.
   */
  async sendDue(signal?: AbortSignal): Promise<void> {
    const { logger, metrics, store } = this.#options;
    const failures: unknown[] = [];
    for (let tried = 0; tried < BATCH && !signal?.aborted; tried++) {
      const message = await store.takeDue();
      if (!message) {
        break;
      }
      try {
        await this.#send(message);
        await store.markSent(message.id);
        metrics.countMessage('sent');
      } catch (error) {
        failures.push(error);
        metrics.countMessage('failed');
        await store.markFailed(message.id, {
          problem: stringifyError(error),
          retryMs: retryAfter(message.attempts),
        });
      }
    }
    if (failures.length > 0) {
      logger.warn('Some notifications were not sent; they are tried again', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  async #send(message: DueMessage): Promise<void> {
    const { key, recipientRefs, excludeRef, payload } = message;
    await this.#options.notifications.send({
      recipients: {
        type: 'entity',
        entityRef: recipientRefs,
        ...(excludeRef !== undefined && { excludeEntityRef: excludeRef }),
      },
      payload: {
        ...payload,
        // Titles hold what people called their things, at any length.
        title: cutTitle(payload.title),
        // Scopes are short, and refs are not.
        scope: `${this.#options.pluginId}:${hashJson(payload.scope ?? key)}`,
      },
    });
  }
}

function retryAfter(attempts: number): number | undefined {
  return attempts + 1 >= MAX_ATTEMPTS
    ? undefined
    : Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS);
}
