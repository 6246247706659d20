import type { ConfirmChannel } from 'amqplib';
import type { Notification } from './notification.ts';

const MAX_ATTEMPTS = 5;

/** The RabbitMQ queue between the decision and the providers. */
export class NotificationQueue {
  readonly #channel: ConfirmChannel;
  readonly #name: string;

  private constructor(channel: ConfirmChannel, name: string) {
    this.#channel = channel;
    this.#name = name;
  }

  static async create(channel: ConfirmChannel, name: string) {
    await channel.assertQueue(`${name}.dead`, {
      durable: true,
      arguments: { 'x-queue-type': 'quorum' },
    });
    await channel.assertQueue(name, {
      durable: true,
      arguments: {
        'x-queue-type': 'quorum',
        'x-delivery-limit': MAX_ATTEMPTS,
        'x-dead-letter-exchange': '',
        'x-dead-letter-routing-key': `${name}.dead`,
      },
    });
    return new NotificationQueue(channel, name);
  }

  /** Returns once the broker has stored the message. */
  async send(notification: Notification): Promise<void> {
    this.#channel.sendToQueue(
      this.#name,
      Buffer.from(JSON.stringify(notification)),
      {
        persistent: true,
        messageId: notification.id,
        contentType: 'application/json',
      },
    );
    await this.#channel.waitForConfirms();
  }

  async consume(
    handle: (notification: Notification) => Promise<void>,
  ): Promise<void> {
    await this.#channel.prefetch(20);
    await this.#channel.consume(this.#name, async message => {
      if (!message) {
        return;
      }
      try {
        await handle(JSON.parse(message.content.toString()));
        this.#channel.ack(message);
      } catch (error) {
        console.error('Notification was not sent', {
          notificationId: message.properties.messageId,
          error,
        });
        this.#channel.nack(message, false, true);
      }
    });
  }
}
