import type { EntityScope, ScopeOptions } from '@atrium/backend-common';
import type { SlaContract, SlaContractInput } from '@atrium/plugin-slo-common';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import type { ContractStore } from '../database/ContractStore';
import type { ReadStore } from '../database/ReadStore';

interface ContractsOptions {
  store: ContractStore;
  slos: Pick<ReadStore, 'listSlosOf'>;
  scope: Pick<EntityScope, 'getEntities'>;
}

/** Keeps service level agreements. */
export class Contracts {
  readonly #options: ContractsOptions;

  constructor(options: ContractsOptions) {
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
  ): Promise<SlaContract> {
    const { store, scope } = this.#options;
    const { credentials, withRemoved = false } = options;
    const contract = await store.get(id, { withRemoved });
    try {
      if (contract) {
        await scope.getEntities(contract.entityRef, { credentials });
        return contract;
      }
    } catch (error) {
      if (!isError(error) || error.name !== 'NotFoundError') {
        throw error;
      }
    }
    throw new NotFoundError(`No contract with id '${id}'`);
  }

  /**
   * Checks what is to be agreed on.
   *
   * @throws InputError or NotFoundError when it could not be measured.
   */
  async check(
    terms: SlaContractInput,
    options: ScopeOptions & {
      /** What was agreed before: an SLO that is gone may stay in it. */
      before?: SlaContract;
    },
  ): Promise<void> {
    const { before, ...scopeOptions } = options;
    const { entityRef, timeZone } = terms;
    await this.#options.scope.getEntities(entityRef, scopeOptions);
    if (!before || !isMeasuredAlike(before, terms)) {
      await this.#checkSlo(terms);
    }
    if (!isTimeZone(timeZone)) {
      throw new InputError(
        `'timeZone' must be a name of the IANA time zone database, got '${timeZone}'`,
      );
    }
    if (terms.validTo !== undefined && terms.validTo < terms.validFrom) {
      throw new InputError("'validTo' must not be before 'validFrom'");
    }
  }

  async #checkSlo({ entityRef, sloName, objectiveId }: SlaContractInput) {
    const slo = (await this.#options.slos.listSlosOf([entityRef])).find(
      ({ name }) => name === sloName,
    );
    if (!slo) {
      throw new NotFoundError(`'${entityRef}' has no SLO '${sloName}'`);
    }
    const { objectives } = slo.definition;
    if (objectiveId && !objectives.some(({ id }) => id === objectiveId)) {
      throw new NotFoundError(
        `SLO '${sloName}' has no objective '${objectiveId}'`,
      );
    }
  }

  async create(
    terms: SlaContractInput,
    createdBy: string,
  ): Promise<SlaContract> {
    return this.#options.store.create(terms, createdBy);
  }

  async update(id: string, terms: SlaContractInput): Promise<SlaContract> {
    const updated = await this.#options.store.update(id, terms);
    if (!updated) {
      throw new NotFoundError(`No contract with id '${id}'`);
    }
    return updated;
  }

  async remove(id: string): Promise<void> {
    if (!(await this.#options.store.remove(id))) {
      throw new NotFoundError(`No contract with id '${id}'`);
    }
  }
}

function isMeasuredAlike(a: SlaContractInput, b: SlaContractInput): boolean {
  return (
    a.entityRef === b.entityRef &&
    a.sloName === b.sloName &&
    a.objectiveId === b.objectiveId
  );
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
