import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DoraService } from '../services/dora/DoraService';
import type { DeliveryReads } from '../services/reads/DeliveryReads';
import type { RerunService } from '../services/RerunService';
import { registerGetDeliveryStatusAction } from './registerGetDeliveryStatusAction';
import { registerGetDoraMetricsAction } from './registerGetDoraMetricsAction';
import { registerListServicesAction } from './registerListServicesAction';
import { registerRerunPipelineRunAction } from './registerRerunPipelineRunAction';

/** What the actions ask. */
interface DeliveryActionOptions {
  auth: AuthService;
  dora: DoraService;
  reads: DeliveryReads;
  reruns: RerunService;
}

/** Registers what agents may ask and do. */
export function registerActions(
  registry: ActionsRegistryService,
  options: DeliveryActionOptions,
): void {
  registerListServicesAction(registry, options);
  registerGetDeliveryStatusAction(registry, options);
  registerGetDoraMetricsAction(registry, options);
  registerRerunPipelineRunAction(registry, options);
}
