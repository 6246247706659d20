import type { EntitySignal } from '@atrium/common';

/** The channel of the signals that delivery sends. */
export const DELIVERY_SIGNAL_CHANNEL = 'delivery';

/**
 * What a signal can be about. `metrics` follows the others some seconds later,
 * once lead times and DORA metrics count them.
 */
export type DeliverySubject =
  | 'run'
  | 'deployment'
  | 'change'
  | 'incident'
  | 'ticket'
  | 'metrics';

/** What is sent on it. */
export type DeliverySignal = EntitySignal<DeliverySubject>;
