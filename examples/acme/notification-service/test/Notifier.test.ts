import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Notification, NotificationEvent } from '../src/notification.ts';
import { Notifier } from '../src/Notifier.ts';
import type { Recipient } from '../src/UserClient.ts';

const SHIPPED = {
  eventId: 'e-1',
  type: 'OrderShipped',
  orderId: 'ord_1',
  customerId: 'usr_01J8Z3K5Q7',
  occurredAt: '2026-11-03T21:30:00Z',
};

function setUp(recipient: Partial<Recipient> | undefined) {
  const sent: Notification[] = [];
  const published: NotificationEvent[] = [];
  const notifier = new Notifier({
    users: {
      getRecipient: async id =>
        recipient && {
          id,
          status: 'active',
          timeZone: 'Europe/Berlin',
          grantedConsents: new Set<string>(),
          ...recipient,
        },
    },
    queue: { send: async notification => void sent.push(notification) },
    events: { publish: async event => void published.push(event) },
    quietHours: { start: '21:00', end: '08:00' },
    now: () => new Date('2026-11-03T21:30:00Z'),
  });
  return { notifier, sent, published };
}

describe('Notifier', () => {
  it('asks for consent before it sends a text message', async () => {
    const { notifier, sent, published } = setUp({});
    await notifier.handle(SHIPPED);
    assert.deepEqual(
      sent.map(notification => notification.channel),
      ['email'],
    );
    assert.deepEqual(
      published.map(event => [event.channel, event.outcome, event.reason]),
      [
        ['email', 'accepted', undefined],
        ['sms', 'suppressed', 'no-consent'],
      ],
    );
  });

  it('lets e-mail through at night and keeps text messages until morning', async () => {
    const { notifier, sent } = setUp({
      grantedConsents: new Set(['order-updates-sms']),
    });
    await notifier.handle(SHIPPED);
    assert.deepEqual(
      sent.map(notification => notification.sendAt),
      // 21:30 UTC is 22:30 in Berlin; 08:00 there is 07:00 UTC.
      ['2026-11-03T21:30:00.000Z', '2026-11-04T07:00:00.000Z'],
    );
  });

  it('gives a repeated event the same ids', async () => {
    const { notifier, sent } = setUp({});
    await notifier.handle(SHIPPED);
    await notifier.handle(SHIPPED);
    assert.equal(sent[0]?.id, sent[1]?.id);
  });

  it('is silent about accounts that are gone and events without a rule', async () => {
    const gone = setUp(undefined);
    await gone.notifier.handle(SHIPPED);
    const unknown = setUp({});
    await unknown.notifier.handle({ ...SHIPPED, type: 'OrderNoteAdded' });
    assert.equal(gone.published.length + unknown.published.length, 0);
  });
});
