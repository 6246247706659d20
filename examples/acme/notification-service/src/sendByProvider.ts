import { randomUUID } from 'node:crypto';
import type {
  Channel,
  Notification,
  NotificationEvent,
} from './notification.ts';

interface Provider {
  url: string;
  key: string | undefined;
}

const PROVIDERS: Record<Channel, Provider> = {
  email: {
    url:
      process.env.MAIL_PROVIDER === 'fallback'
        ? 'https://api.fallback-mail.example/v1/messages'
        : 'https://api.mail-provider.example/v3/messages',
    key: process.env.MAIL_PROVIDER_KEY,
  },
  sms: {
    url: 'https://api.sms-provider.example/v1/messages',
    key: process.env.SMS_PROVIDER_KEY,
  },
  push: {
    url: 'http://push-relay.messaging/v1/messages',
    key: undefined,
  },
};

/**
 * Hands a message to the provider of its channel.
 *
 * @remarks
 * The provider knows the templates, which email-renderer publishes, and the
 * address, which it gets from user-service. So neither passes through here.
 */
export async function sendByProvider(
  notification: Notification,
  events: { publish(event: NotificationEvent): Promise<void> },
): Promise<void> {
  const provider = PROVIDERS[notification.channel];
  const response = await fetch(provider.url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': notification.id,
      ...(provider.key && { Authorization: `Bearer ${provider.key}` }),
    },
    body: JSON.stringify({
      recipientId: notification.userId,
      template: notification.template,
      data: notification.data,
      sendAt: notification.sendAt,
    }),
    signal: AbortSignal.timeout(10_000),
  });
  // A refusal is final; anything else is worth another attempt.
  const isRefused = response.status >= 400 && response.status < 429;
  if (!response.ok && !isRefused) {
    throw new Error(`Provider answered ${response.status}`);
  }
  await events.publish({
    eventId: randomUUID(),
    notificationId: notification.id,
    userId: notification.userId,
    template: notification.template,
    channel: notification.channel,
    occurredAt: new Date().toISOString(),
    outcome: isRefused ? 'failed' : 'delivered',
    reason: isRefused ? 'blocked' : undefined,
  });
}
