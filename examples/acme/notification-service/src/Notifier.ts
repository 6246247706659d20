import { createHash, randomUUID } from 'node:crypto';
import type {
  Notification,
  NotificationEvent,
  OrderEvent,
} from './notification.ts';
import { nextAllowedTime, type QuietHours } from './quietHours.ts';
import { RULES, type NotificationRule } from './rules.ts';
import type { Recipient } from './UserClient.ts';

export interface NotifierOptions {
  users: { getRecipient(userId: string): Promise<Recipient | undefined> };
  queue: { send(notification: Notification): Promise<void> };
  events: { publish(event: NotificationEvent): Promise<void> };
  quietHours: QuietHours;
  now?: () => Date;
}

/** Decides which messages follow from an event, and when they may arrive. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #now: () => Date;

  constructor(options: NotifierOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async handle(event: OrderEvent): Promise<void> {
    const rules = RULES[event.type] ?? [];
    if (rules.length === 0) {
      return;
    }
    const recipient = await this.#options.users.getRecipient(event.customerId);
    if (!recipient) {
      return;
    }
    for (const rule of rules) {
      await this.#apply(rule, event, recipient);
    }
  }

  async #apply(
    rule: NotificationRule,
    event: OrderEvent,
    recipient: Recipient,
  ): Promise<void> {
    const now = this.#now();
    const notification: Notification = {
      id: notificationId(event, rule),
      userId: recipient.id,
      template: rule.template,
      channel: rule.channel,
      data: { orderId: event.orderId },
      sendAt: rule.isUrgent
        ? now.toISOString()
        : nextAllowedTime(
            now,
            recipient.timeZone,
            this.#options.quietHours,
          ).toISOString(),
    };
    const reason = suppressionReason(rule, recipient);
    if (!reason) {
      await this.#options.queue.send(notification);
    }
    await this.#options.events.publish({
      eventId: randomUUID(),
      notificationId: notification.id,
      userId: notification.userId,
      template: notification.template,
      channel: notification.channel,
      occurredAt: now.toISOString(),
      outcome: reason ? 'suppressed' : 'accepted',
      reason,
    });
  }
}

function suppressionReason(
  rule: NotificationRule,
  recipient: Recipient,
): string | undefined {
  if (rule.consent && !recipient.grantedConsents.has(rule.consent)) {
    return 'no-consent';
  }
  // Somebody who leaves still gets what the contract demands.
  if (rule.consent && recipient.status === 'closing') {
    return 'account-closing';
  }
  return undefined;
}

/** The same event gives the same id, so that the queue can drop repetitions. */
function notificationId(event: OrderEvent, rule: NotificationRule): string {
  const hash = createHash('sha256')
    .update(`${event.eventId}/${rule.template}/${rule.channel}`)
    .digest('hex');
  return `ntf_${hash.slice(0, 16)}`;
}
