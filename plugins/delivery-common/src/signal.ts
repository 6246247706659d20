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

/**
 * Says that something changed for some entities, so that pages about them ask
 * again. It carries no data: what one may see is decided when one asks.
 */
export type DeliverySignal = {
  entityRefs: string[];
  subjects: DeliverySubject[];
};
