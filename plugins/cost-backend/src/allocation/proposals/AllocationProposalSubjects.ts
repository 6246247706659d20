import {
  entityNotFound,
  type EntityOrigins,
  findProposalFiles,
  matchesPattern,
  type ProposalSubject,
  readOwnerNames,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { TextProblem } from '@atrium/common';
import {
  COST_ANNOTATION,
  costAllocationProposePermission,
} from '@atrium/plugin-cost-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AllocationConfig } from '../../config/readAllocationConfig';
import { words } from '../../costWords';
import { readAllocation } from '../definitions/chooseAllocation';
import type { AllocationStore } from '../versions/AllocationStore';

interface AllocationProposalSubjectsOptions {
  allocations: Pick<AllocationStore, 'findNewest'>;
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntityByRef'>;
  config: AllocationConfig;
  origins: Pick<EntityOrigins, 'find' | 'get' | 'resolveFile'>;
}

/** Where an entity gets its rules from, if it names none yet. */
const FIRST_PATH = './cost.yaml';

/** Rules as they are written in the portal. */
export class AllocationProposalSubjects {
  readonly #options: AllocationProposalSubjectsOptions;

  constructor(options: AllocationProposalSubjectsOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when there are no rules, or their entity is not there for
   * the caller, InputError when they are not written in a repository that may have
   * them
   */
  async find(
    subject: { entityRef?: string },
    options: ScopeOptions,
  ): Promise<ProposalSubject<TextProblem>> {
    const { catalog, origins } = this.#options;
    const entity = await this.#findEntity(subject.entityRef, options);
    const entityRef = stringifyEntityRef(entity);
    const findFiles = () =>
      findProposalFiles(entity, {
        origins,
        annotation: COST_ANNOTATION,
        firstPath: FIRST_PATH,
      });
    return {
      access: {
        permissions: [
          {
            permission: costAllocationProposePermission,
            resourceRef: entityRef,
          },
        ],
        refusal: async () =>
          words.error(
            NotAllowedError,
            words.describe(
              'cost.refusal.proposeRules',
              await readOwnerNames([entityRef], {
                catalog,
                credentials: options.credentials,
              }),
            ),
          ),
      },
      meta: { entityRef },
      findTarget: () => {
        this.#requireAllowed(entity);
        return {
          ...findFiles(),
          check: (file, content) =>
            content === ''
              ? []
              : readAllocation({ source: file.url, content }).problems,
        };
      },
      describe: () => ({ entityRef, annotates: findFiles().catalogUrl }),
    };
  }

  async #findEntity(
    given: string | undefined,
    options: ScopeOptions,
  ): Promise<Entity> {
    const newest = await this.#options.allocations.findNewest();
    if (given === undefined && newest && newest.entityRef === undefined) {
      throw words.error(
        InputError,
        words.describe('cost.refusal.rulesNotInRepository', {
          source: newest.source,
        }),
      );
    }
    const ref = given ?? newest?.entityRef;
    if (ref === undefined) {
      throw words.error(NotFoundError, words.describe('cost.refusal.noRules'));
    }
    const entity = await this.#options.catalog.getEntityByRef(ref, options);
    if (!entity) {
      throw entityNotFound(ref);
    }
    return entity;
  }

  #requireAllowed(entity: Entity): void {
    const { config, origins } = this.#options;
    const { repository } = origins.get(entity);
    if (
      !config.repositories.some(pattern => matchesPattern(pattern, repository))
    ) {
      throw words.error(
        InputError,
        words.describe('cost.refusal.rulesRepository', { repository }),
      );
    }
  }
}
