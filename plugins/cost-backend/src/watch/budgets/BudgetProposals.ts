import { words } from '../../costWords';
import {
  editAnnotation,
  entityNotFound,
  type EntityOrigins,
  type FileProposals,
  type ProposalCaller,
  readAnnotation,
  readOwnerNames,
  type RequiredPermissions,
  type ScopeOptions,
} from '@atrium/backend-common';
import { entityTitle, type Proposal } from '@atrium/common';
import {
  type BudgetDraft,
  COST_KINDS,
  costBudgetProposePermission,
  type CreateBudgetProposal,
  MONTHLY_BUDGET_ANNOTATION,
} from '@atrium/plugin-cost-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CostAccess } from '../../answers/access/CostAccess';
import { formatBudget } from '../../answers/budgets/parseBudget';
import type { ExchangeRateStore } from '../../database/ExchangeRateStore';

interface BudgetProposalsOptions {
  access: Pick<CostAccess, 'findNeeded'>;
  catalog: CatalogService;
  /** Of the portal. */
  currency: string;
  origins: Pick<EntityOrigins, 'get'>;
  percents: BudgetDraft['alertPercents'];
  proposals: Pick<FileProposals, 'getDraft' | 'propose'>;
  rates: Pick<ExchangeRateStore, 'listCurrencies'>;
}

/** What is to have another budget, and who may say so. */
export interface BudgetSubject {
  entity: Entity;
  access: Omit<RequiredPermissions, 'credentials'>;
}

const ANNOTATION = MONTHLY_BUDGET_ANNOTATION;

/** Hands budgets over to the files that entities are defined in. */
export class BudgetProposals {
  readonly #options: BudgetProposalsOptions;

  constructor(options: BudgetProposalsOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity is not there for the caller, InputError when it
   * has no cost
   */
  async find(entityRef: string, options: ScopeOptions): Promise<BudgetSubject> {
    const { access, catalog } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const kind = entity.kind.toLocaleLowerCase('en-US');
    if (!COST_KINDS.includes(kind)) {
      throw words.error(
        InputError,
        words.describe('cost.refusal.budgetKind', { kind }),
      );
    }
    const resourceRef = stringifyEntityRef(entity);
    return {
      entity,
      access: {
        permissions: await access.findNeeded(
          costBudgetProposePermission,
          resourceRef,
          options,
        ),
        refusal: async () =>
          words.error(
            NotAllowedError,
            words.describe(
              'cost.refusal.budget',
              await readOwnerNames([resourceRef], {
                catalog: this.#options.catalog,
                credentials: options.credentials,
              }),
            ),
          ),
      },
    };
  }

  /** What there is, and how a change would reach it. */
  async getDraft(
    { entity }: BudgetSubject,
    caller: ProposalCaller,
  ): Promise<BudgetDraft> {
    const { percents, proposals } = this.#options;
    const { files, ...draft } = await proposals.getDraft(
      this.#targetOf(entity),
      caller,
    );
    const [{ base, content, path, url }] = files;
    const written = readAnnotation(content, {
      entity,
      annotation: ANNOTATION,
    });
    if (base === undefined || !written) {
      throw this.#notThere(entity);
    }
    return {
      ...draft,
      entityRef: stringifyEntityRef(entity),
      file: { base, path, url },
      written: written.value,
      isRead: written.value === entity.metadata.annotations?.[ANNOTATION],
      currencies: await this.#listCurrencies(),
      alertPercents: percents,
    };
  }

  /**
   * Hands a budget over in the name of a person.
   *
   * @throws ConflictError when the file is not what it was; NotAllowedError when its
   * repository takes no pull requests and does not let that person write; InputError when
   * the currency has no rate, or the entity comes from no repository
   */
  async propose(
    { entity }: BudgetSubject,
    { base, budget }: Omit<CreateBudgetProposal, 'entityRef'>,
    caller: ProposalCaller,
  ): Promise<Proposal> {
    const { currency, proposals } = this.#options;
    const currencies = await this.#listCurrencies();
    if (budget && !currencies.includes(budget.currency)) {
      throw words.error(
        InputError,
        words.describe('cost.refusal.budgetCurrency', {
          currency: budget.currency,
          portalCurrency: currency,
        }),
      );
    }
    const target = this.#targetOf(entity);
    const { files } = await proposals.getDraft(target);
    const text = budget ? formatBudget(budget) : undefined;
    const content = editAnnotation(
      files[0].content,
      { entity, annotation: ANNOTATION },
      text,
    );
    if (content === undefined) {
      throw this.#notThere(entity);
    }
    const title = titleOf(entity);
    return proposals.propose(
      target,
      {
        path: files[0].path,
        content,
        base,
        message:
          text === undefined
            ? `Remove the monthly budget of ${title}`
            : `Set the monthly budget of ${title} to ${text}`,
      },
      caller,
    );
  }

  /** Nothing but the file that the entity provably comes from. */
  #targetOf(entity: Entity) {
    const { path, url } = this.#options.origins.get(entity);
    // Only one annotation is written, in a file that the catalog checks.
    return { files: [{ path, url }], check: () => [], isPlainText: true };
  }

  #notThere(entity: Entity): InputError {
    const { path } = this.#options.origins.get(entity);
    return words.error(
      InputError,
      words.describe('cost.refusal.budgetFile', {
        path,
        name: entity.metadata.name,
      }),
    );
  }

  async #listCurrencies(): Promise<string[]> {
    const { currency, rates } = this.#options;
    const others = await rates.listCurrencies();
    return [currency, ...others.filter(other => other !== currency)];
  }
}

function titleOf(entity: Entity): string {
  return entityTitle(entity) ?? entity.metadata.name;
}
