import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type DeliveryActionOptions,
  registerGetDeliveryStatusAction,
} from './registerGetDeliveryStatusAction';
import { registerGetDoraMetricsAction } from './registerGetDoraMetricsAction';

/** Registers what agents may ask. */
export function registerActions(
  registry: ActionsRegistryService,
  options: DeliveryActionOptions,
): void {
  registerGetDeliveryStatusAction(registry, options);
  registerGetDoraMetricsAction(registry, options);
}
