export type Channel = 'email' | 'sms' | 'push';

export interface Notification {
  id: string;
  userId: string;
  template: string;
  channel: Channel;
  data: Record<string, string>;
  /** Not before this time; quiet hours move it. ISO 8601. */
  sendAt: string;
}

export interface NotificationEvent {
  eventId: string;
  notificationId: string;
  userId: string;
  template: string;
  channel: Channel;
  occurredAt: string;
  outcome: 'accepted' | 'delivered' | 'failed' | 'suppressed';
  reason?: string;
  attempts?: number;
}

/** What the service reads of an event of order-service. */
export interface OrderEvent {
  eventId: string;
  type: string;
  orderId: string;
  customerId: string;
  occurredAt: string;
}
