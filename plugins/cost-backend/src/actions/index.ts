import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostActionOptions } from './CostActionOptions';
import { registerGetCostBreakdownAction } from './registerGetCostBreakdownAction';
import { registerGetCostSummaryAction } from './registerGetCostSummaryAction';
import { registerListCostAnomaliesAction } from './registerListCostAnomaliesAction';

/** Registers what agents may ask. */
export function registerActions(
  registry: ActionsRegistryService,
  options: CostActionOptions,
): void {
  registerGetCostSummaryAction(registry, options);
  registerGetCostBreakdownAction(registry, options);
  registerListCostAnomaliesAction(registry, options);
}
