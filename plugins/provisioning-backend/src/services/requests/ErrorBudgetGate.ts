import type { ScopeOptions } from '@atrium/backend-common';
import type { Environment, Preview } from '@atrium/plugin-provisioning-common';
import type { SloService } from '@atrium/plugin-slo-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import pLimit from 'p-limit';
import { words } from '../../provisioningWords';
import type { ExistingEntities } from '../ExistingEntities';

/** For which type of environment error budgets count. */
const GUARDED_TYPE = 'production';

/** How many components are asked about at the same time. */
const CONCURRENCY = 5;

type Reason = Preview['approval']['reasons'][number];

/** Asks slo whether components have error budget left for a change. */
export class ErrorBudgetGate {
  readonly #existing: Pick<ExistingEntities, 'filter'>;
  readonly #slo: Pick<SloService, 'getGate'>;
  readonly #logger: LoggerService;

  constructor(options: {
    existing: Pick<ExistingEntities, 'filter'>;
    slo: Pick<SloService, 'getGate'>;
    logger: LoggerService;
  }) {
    this.#existing = options.existing;
    this.#slo = options.slo;
    this.#logger = options.logger;
  }

  /**
   * Why somebody has to agree to a change of what components depend on in an
   * environment: at most one reason for each of them, and none where nothing speaks
   * against it. An answer that cannot be had is a reason, and no failure. What the
   * catalog has no more has no say; what is only hidden has.
   */
  async findReasons(
    entityRefs: readonly string[],
    environment: Pick<Environment, 'type'>,
    options: ScopeOptions,
  ): Promise<Reason[]> {
    if (environment.type !== GUARDED_TYPE) {
      return [];
    }
    const limit = pLimit(CONCURRENCY);
    const existing = await this.#existing.filter(entityRefs);
    const reasons = await Promise.all(
      existing.map(entityRef =>
        limit(() => this.#findReason(entityRef, options)),
      ),
    );
    return reasons.filter(reason => reason !== undefined);
  }

  async #findReason(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<Reason | undefined> {
    const { name } = parseEntityRef(entityRef);
    try {
      const gate = await this.#slo.getGate(entityRef, options);
      if (gate.state !== 'closed') {
        return undefined;
      }
      const slos = [...new Set(gate.reasons.map(({ sloName }) => sloName))];
      return {
        kind: 'error-budget',
        ...words.fields({
          message: words.describe('provisioning.approval.budgetSpent', {
            name,
            slos: { list: slos },
          }),
        }),
      };
    } catch (error) {
      this.#logger.warn('Error budgets cannot be asked for', {
        entityRef,
        reason: stringifyError(error),
      });
      return {
        kind: 'error-budget',
        ...words.fields({
          message: words.describe('provisioning.approval.budgetUnknown', {
            name,
          }),
        }),
      };
    }
  }
}
