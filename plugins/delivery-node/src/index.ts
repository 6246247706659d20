/**
 * How other backends read delivery, and how modules feed it.
 *
 * @packageDocumentation
 */

export {
  type DeliveryEventsExtensionPoint,
  deliveryEventsExtensionPoint,
  type DeliveryEventSink,
  type DeliveryEventSource,
  type DeliveryRunController,
} from './deliveryEventsExtensionPoint';
export type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
export { deliveryServiceRef } from './deliveryServiceRef';
