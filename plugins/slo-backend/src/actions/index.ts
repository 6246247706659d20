import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  registerGetSloStatusAction,
  type SloActionOptions,
} from './registerGetSloStatusAction';
import { registerListSloAlertsAction } from './registerListSloAlertsAction';

/** Registers what agents may ask. */
export function registerActions(
  registry: ActionsRegistryService,
  options: SloActionOptions,
): void {
  registerGetSloStatusAction(registry, options);
  registerListSloAlertsAction(registry, options);
}
