import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../../costWords';
import {
  hasPermission,
  type OwnerNames,
  readOwnerNames,
  type Ownership,
  type RequiredPermissions,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  costBillReadPermission,
  costEntityReadPermission,
  costRowReadPermission,
  costTotalReadPermission,
} from '@atrium/plugin-cost-common';
import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { FinanceRefusals } from '../../FinanceRefusals';
import type { TokenAccess } from '../../TokenAccess';
import type { CostScope, CostScopes } from './CostScopes';

interface CostAccessOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'isPrincipal'>;
  finance: Pick<FinanceRefusals, 'create'>;
  knex: Knex;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  permissions: PermissionsService;
  scopes: Pick<CostScopes, 'findTargetsOf'>;
  tokens: TokenAccess;
}

const OWNER_KINDS = ['group', 'user'];

/**
 * Says who may read which cost. The permission policy decides for owners, for
 * finance, and whether totals are open to everybody. A manager, whose groups have
 * the owner somewhere below them, reads what the owner reads. What it does not decide,
 * as it lets every token through, {@link TokenAccess} does.
 */
export class CostAccess {
  readonly #options: CostAccessOptions;

  constructor(options: CostAccessOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError for who may not read the sums of a scope */
  async requireTotals(
    { entityRef }: CostScope,
    options: ScopeOptions,
  ): Promise<void> {
    this.#options.tokens.requireTotals(options);
    if (await this.#maySeeTotals(entityRef, options)) {
      return;
    }
    if (entityRef === undefined) {
      throw await this.#options.finance.create('cost.refusal.totals', options);
    }
    throw words.error(
      NotAllowedError,
      words.describe(
        'cost.refusal.entityTotals',
        await this.#readOwners(entityRef, options),
      ),
    );
  }

  /** Those of some entities whose sums somebody may read. */
  async filterTotals(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    if (
      entityRefs.length === 0 ||
      this.#options.tokens.refusesTotals(options)
    ) {
      return [];
    }
    const decisions = await this.#options.permissions.authorize(
      entityRefs.map(resourceRef => ({
        permission: costEntityReadPermission,
        resourceRef,
      })),
      options,
    );
    const readable: string[] = [];
    for (const [index, ref] of entityRefs.entries()) {
      const isOpen =
        decisions[index].result === AuthorizeResult.ALLOW && !isOwner(ref);
      if (isOpen || (await this.#maySeeTotals(ref, options))) {
        readable.push(ref);
      }
    }
    return readable;
  }

  /** Whether somebody may read what everybody costs together. */
  async maySeeOrganization(options: ScopeOptions): Promise<boolean> {
    return (
      !this.#options.tokens.refusesTotals(options) &&
      this.#may(costTotalReadPermission, options)
    );
  }

  /**
   * Whose rows of the bill somebody may read of a scope; `undefined` for everybody's.
   *
   * @throws NotAllowedError for who may read none of them
   */
  async requireRows(
    { entityRef, targetIds }: CostScope,
    options: ScopeOptions,
  ): Promise<number[] | undefined> {
    this.#options.tokens.requireBills(options);
    if (await this.#may(costBillReadPermission, options)) {
      return targetIds;
    }
    if (entityRef === undefined || targetIds === undefined) {
      throw await this.#options.finance.create('cost.refusal.rows', options);
    }
    if (await this.#ownsRows(entityRef, options)) {
      return targetIds;
    }
    const own = await this.#findOwnTargets(options);
    const readable = targetIds.filter(id => own.has(id));
    if (readable.length === 0) {
      throw words.error(
        NotAllowedError,
        words.describe(
          'cost.refusal.entityRows',
          await this.#readOwners(entityRef, options),
        ),
      );
    }
    return readable;
  }

  /** Those of some entities whose rows of the bill somebody may read. */
  async filterRows(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<string[]> {
    if (this.#options.tokens.refusesBills(options)) {
      return [];
    }
    if (await this.#may(costBillReadPermission, options)) {
      return entityRefs;
    }
    const readable: string[] = [];
    for (const ref of entityRefs) {
      if (
        (await this.#ownsRows(ref, options)) ||
        (await this.#isOwn(ref, options))
      ) {
        readable.push(ref);
      }
    }
    return readable;
  }

  /**
   * What somebody needs to change something about an entity. Groups have no owner in the
   * catalog, so the policy cannot say whose they are: members need nothing. Of all else
   * the policy decides, whoever owns it.
   */
  async findNeeded(
    permission: ResourcePermission<'catalog-entity'>,
    resourceRef: string,
    options: ScopeOptions,
  ): Promise<RequiredPermissions['permissions']> {
    const own = await this.#getOwnerRefs(options);
    return own.includes(resourceRef) ? [] : [{ permission, resourceRef }];
  }

  /**
   * Whether somebody is in a group, or in one above it, or whether one of these owns the
   * entity.
   */
  async #isOwn(entityRef: string, options: ScopeOptions): Promise<boolean> {
    const own = await this.#getOwnerRefs(options);
    if (own.includes(entityRef)) {
      return true;
    }
    const { rows } = await this.#options.knex.raw(
      `SELECT 1 FROM entities WHERE entity_ref = ? AND owner_refs && ?::text[]`,
      [entityRef, own],
    );
    return rows.length > 0;
  }

  /** How a refusal names an entity and whom to ask. */
  async #readOwners(
    entityRef: string,
    { credentials }: ScopeOptions,
  ): Promise<OwnerNames> {
    const { catalog } = this.#options;
    return readOwnerNames([entityRef], { catalog, credentials });
  }

  async #maySeeTotals(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<boolean> {
    if (entityRef === undefined) {
      return this.maySeeOrganization(options);
    }
    const isOpen = isOwner(entityRef)
      ? await this.maySeeOrganization(options)
      : await hasPermission(
          this.#options.permissions,
          { permission: costEntityReadPermission, resourceRef: entityRef },
          options,
        );
    return isOpen || this.#isOwn(entityRef, options);
  }

  /** Groups and people have no owner in the catalog: being one of them decides. */
  async #ownsRows(entityRef: string, options: ScopeOptions): Promise<boolean> {
    return isOwner(entityRef)
      ? this.#isOwn(entityRef, options)
      : !isComposed(entityRef) &&
          hasPermission(
            this.#options.permissions,
            { permission: costRowReadPermission, resourceRef: entityRef },
            options,
          );
  }

  async #findOwnTargets(options: ScopeOptions): Promise<Set<number>> {
    const own = await this.#getOwnerRefs(options);
    const targets = await this.#options.scopes.findTargetsOf(own);
    return new Set(targets.map(({ id }) => id));
  }

  async #getOwnerRefs({ credentials }: ScopeOptions): Promise<string[]> {
    const { auth, ownership } = this.#options;
    return auth.isPrincipal(credentials, 'user')
      ? ownership.getOwnerRefs({ credentials })
      : [];
  }

  async #may(
    permission: typeof costTotalReadPermission,
    options: ScopeOptions,
  ): Promise<boolean> {
    return hasPermission(this.#options.permissions, { permission }, options);
  }
}

function isOwner(entityRef: string): boolean {
  return OWNER_KINDS.includes(parseEntityRef(entityRef).kind);
}

/** A system or domain may consist of what others own. */
function isComposed(entityRef: string): boolean {
  return ['system', 'domain'].includes(parseEntityRef(entityRef).kind);
}
