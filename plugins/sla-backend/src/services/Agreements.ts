import { words } from '../slaWords';
import {
  isRowId,
  type EntityScope,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { Agreement, AgreementTerms } from '@atrium/plugin-sla-common';
import type { SloService } from '@atrium/plugin-slo-node';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import type { AgreementStore } from '../database/AgreementStore';

interface AgreementsOptions {
  store: AgreementStore;
  slo: Pick<SloService, 'getSlos' | 'getSlo'>;
  scope: Pick<EntityScope, 'getEntities'>;
}

/** Keeps service level agreements. */
export class Agreements {
  readonly #options: AgreementsOptions;

  constructor(options: AgreementsOptions) {
    this.#options = options;
  }

  /**
   * One that one may see.
   *
   * @throws NotFoundError otherwise, in words that name no entity.
   */
  async find(
    id: string,
    options: ScopeOptions & {
      /** Of a removed one, the months that were closed stay. */
      withRemoved?: boolean;
    },
  ): Promise<Agreement> {
    const { store, scope } = this.#options;
    const { credentials, withRemoved = false } = options;
    const agreement = isRowId(id) && (await store.get(id, { withRemoved }));
    try {
      if (agreement) {
        await scope.getEntities(agreement.entityRef, { credentials });
        return agreement;
      }
    } catch (error) {
      if (!isError(error) || error.name !== 'NotFoundError') {
        throw error;
      }
    }
    throw agreementNotFound(id);
  }

  /**
   * Checks what is to be agreed on.
   *
   * @throws InputError or NotFoundError when it could not be measured.
   */
  async check(
    terms: AgreementTerms,
    options: ScopeOptions & {
      /** What was agreed before: an SLO that is gone may stay in it. */
      before?: Agreement;
    },
  ): Promise<void> {
    const { before, ...scopeOptions } = options;
    await this.#options.scope.getEntities(terms.entityRef, scopeOptions);
    if (!before || !isMeasuredAlike(before, terms)) {
      await this.#checkSlo(terms, scopeOptions);
    }
    if (terms.validTo !== undefined && terms.validTo < terms.validFrom) {
      throw words.error(InputError, words.describe('sla.refusal.validTo'));
    }
  }

  async #checkSlo(
    { entityRef, sloName, objectiveId }: AgreementTerms,
    options: ScopeOptions,
  ) {
    const { items } = await this.#options.slo.getSlos(
      { entityRef: [entityRef], name: sloName },
      options,
    );
    const found = items.find(item => item.entityRef === entityRef);
    if (!found) {
      throw words.error(
        NotFoundError,
        words.describe('sla.refusal.noSlo', { entityRef, slo: sloName }),
      );
    }
    const { definition } = await this.#options.slo.getSlo(found.id, options);
    if (
      objectiveId !== undefined &&
      !definition.objectives.some(({ id }) => id === objectiveId)
    ) {
      throw words.error(
        NotFoundError,
        words.describe('sla.refusal.noObjective', {
          slo: sloName,
          objective: objectiveId,
        }),
      );
    }
  }

  async create(terms: AgreementTerms, createdBy: string): Promise<Agreement> {
    return this.#options.store.create(terms, createdBy);
  }

  async update(id: string, terms: AgreementTerms): Promise<Agreement> {
    const updated = await this.#options.store.update(id, terms);
    if (!updated) {
      throw agreementNotFound(id);
    }
    return updated;
  }

  async remove(id: string): Promise<void> {
    if (!(await this.#options.store.remove(id))) {
      throw agreementNotFound(id);
    }
  }
}

function isMeasuredAlike(a: AgreementTerms, b: AgreementTerms): boolean {
  return (
    a.entityRef === b.entityRef &&
    a.sloName === b.sloName &&
    a.objectiveId === b.objectiveId
  );
}

function agreementNotFound(id: string): NotFoundError {
  return words.error(
    NotFoundError,
    words.describe('sla.refusal.agreementNotFound', { id }),
  );
}
