import type { ScopeOptions } from '@atrium/backend-common';
import type { Environment, Preview } from '@atrium/plugin-provisioning-common';
import type { SloService } from '@atrium/plugin-slo-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { words } from '../../provisioningWords';

/** For which type of environment error budgets count. */
const GUARDED_TYPE = 'production';

/** Asks slo whether a component has error budget left for a change. */
export class ErrorBudgetGate {
  readonly #slo: Pick<SloService, 'getGate'>;
  readonly #logger: LoggerService;

  constructor(options: {
    slo: Pick<SloService, 'getGate'>;
    logger: LoggerService;
  }) {
    this.#slo = options.slo;
    this.#logger = options.logger;
  }

  /**
   * Why somebody has to agree to a change of a component in an environment;
   * empty where nothing speaks against it. An answer that cannot be had is a
   * reason, and no failure.
   */
  async findReasons(
    entityRef: string | undefined,
    environment: Pick<Environment, 'type'>,
    options: ScopeOptions,
  ): Promise<Preview['approval']['reasons']> {
    if (!entityRef || environment.type !== GUARDED_TYPE) {
      return [];
    }
    const { name } = parseEntityRef(entityRef);
    try {
      const gate = await this.#slo.getGate(entityRef, options);
      if (gate.state !== 'closed') {
        return [];
      }
      const slos = [...new Set(gate.reasons.map(({ sloName }) => sloName))];
      return [
        {
          kind: 'error-budget',
          ...words.fields({
            message: words.describe('provisioning.approval.budgetSpent', {
              name,
              slos: { list: slos },
            }),
          }),
        },
      ];
    } catch (error) {
      this.#logger.warn('Error budgets cannot be asked for', {
        entityRef,
        reason: stringifyError(error),
      });
      return [
        {
          kind: 'error-budget',
          ...words.fields({
            message: words.describe('provisioning.approval.budgetUnknown', {
              name,
            }),
          }),
        },
      ];
    }
  }
}
