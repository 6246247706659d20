import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** Who may read what others cost: everybody signed in, or their owners and finance. */
export type CostTotals = 'everyone' | 'owners';

/**
 * Reads `cost.access.totals`; `everyone` by default.
 *
 * @throws InputError for anything else
 */
export function readCostTotals(config: RootConfigService): CostTotals {
  const totals = config.getOptionalString('cost.access.totals') ?? 'everyone';
  if (totals !== 'everyone' && totals !== 'owners') {
    throw new InputError(
      `'cost.access.totals' must be 'everyone' or 'owners', got '${totals}'`,
    );
  }
  return totals;
}
