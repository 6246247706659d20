import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type GetEntityWorkloadsOptions,
  registerGetEntityWorkloadsAction,
} from './registerGetEntityWorkloadsAction';
import {
  registerRestartWorkloadAction,
  type RestartWorkloadOptions,
} from './registerRestartWorkloadAction';

/** Registers what agents may ask and do. */
export function registerActions(
  registry: ActionsRegistryService,
  options: GetEntityWorkloadsOptions & RestartWorkloadOptions,
): void {
  registerGetEntityWorkloadsAction(registry, options);
  registerRestartWorkloadAction(registry, options);
}
