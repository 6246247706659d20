import type { ScopeOptions } from '@atrium/backend-common';
import type { CostService } from '@atrium/plugin-cost-node';
import {
  isMade,
  type ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StoredResource } from '../../database/StoredResource';
import { catalogRefOf } from '../catalogRefOf';

interface ActualCostsOptions {
  cost: Pick<CostService, 'getSummaries'>;
  logger: LoggerService;
}

/** Asks cost what bills have for resources. */
export class ActualCosts {
  readonly #options: ActualCostsOptions;

  constructor(options: ActualCostsOptions) {
    this.#options = options;
  }

  /**
   * What a resource costs this month by its id at the provider, as far as rules of
   * cost go by it. That cost does not answer keeps nobody from the rest of the page.
   */
  async find(
    resource: StoredResource,
    options: ScopeOptions,
  ): Promise<ResourceDetails['actualCost']> {
    if (!isMade(resource.state)) {
      return undefined;
    }
    const { cost, logger } = this.#options;
    try {
      const { currency, items } = await cost.getSummaries(
        [catalogRefOf(resource)],
        options,
      );
      const [found] = items;
      return (
        found && {
          monthToDate: { amount: found.monthToDate, currency },
          expected:
            found.forecast === undefined
              ? undefined
              : { amount: found.forecast, currency },
        }
      );
    } catch (error) {
      logger.warn('What a resource costs cannot be asked for', {
        resourceId: resource.id,
        reason: stringifyError(error),
      });
      return undefined;
    }
  }
}
