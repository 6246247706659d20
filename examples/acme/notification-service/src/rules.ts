import type { Channel } from './notification.ts';

export interface NotificationRule {
  template: string;
  channel: Channel;
  /** Consent to ask for; without one the message is part of the contract. */
  consent?: string;
  /** Whether it may arrive at night. */
  isUrgent: boolean;
}

/** Which messages follow from which event of an order. */
export const RULES: Record<string, NotificationRule[]> = {
  OrderPlaced: [
    { template: 'order-confirmed', channel: 'email', isUrgent: true },
  ],
  OrderShipped: [
    { template: 'order-shipped', channel: 'email', isUrgent: true },
    {
      template: 'order-shipped',
      channel: 'sms',
      consent: 'order-updates-sms',
      isUrgent: false,
    },
  ],
  OrderCancelled: [
    { template: 'order-cancelled', channel: 'email', isUrgent: true },
  ],
};
