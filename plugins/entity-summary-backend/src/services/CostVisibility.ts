import {
  hasPermission,
  type Ownership,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  costEntityReadPermission,
  costTotalReadPermission,
} from '@atrium/plugin-cost-common';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';

interface CostVisibilityOptions {
  auth: Pick<AuthService, 'isPrincipal'>;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  permissions: PermissionsService;
}

/**
 * Says whose cost somebody may see in a list, as the cost plugin does: all of it
 * with the permission for totals, else what is their own.
 */
export class CostVisibility {
  readonly #options: CostVisibilityOptions;

  constructor(options: CostVisibilityOptions) {
    this.#options = options;
  }

  /**
   * Whether somebody may see the cost of everything.
   *
   * @param owners - whose entities are meant; everybody's where undefined
   */
  async canSeeCosts(
    owners: string[] | undefined | '',
    options: ScopeOptions,
  ): Promise<boolean> {
    if (await this.#canSeeTotals(options)) {
      return true;
    }
    const own = await this.#getOwnerRefs(options);
    return Boolean(owners && owners.every(owner => own.has(owner)));
  }

  /** Leaves out the costs that somebody may not see. */
  async withVisibleCosts(
    rows: EntityRow[],
    options: ScopeOptions,
  ): Promise<EntityRow[]> {
    if (
      rows.every(({ cost }) => cost === undefined) ||
      (await this.#canSeeTotals(options))
    ) {
      return rows;
    }
    const own = await this.#getOwnerRefs(options);
    return rows.map(row =>
      isOwn(row, own) ? row : { ...row, cost: undefined },
    );
  }

  /** Whether somebody may see the cost of one entity. */
  async canSeeCostOf(row: EntityRow, options: ScopeOptions): Promise<boolean> {
    return (
      (await this.#canSeeTotals(options)) ||
      isOwn(row, await this.#getOwnerRefs(options)) ||
      hasPermission(
        this.#options.permissions,
        { permission: costEntityReadPermission, resourceRef: row.entityRef },
        options,
      )
    );
  }

  async #canSeeTotals(options: ScopeOptions): Promise<boolean> {
    return hasPermission(
      this.#options.permissions,
      { permission: costTotalReadPermission },
      options,
    );
  }

  async #getOwnerRefs({ credentials }: ScopeOptions): Promise<Set<string>> {
    const { auth, ownership } = this.#options;
    return new Set(
      auth.isPrincipal(credentials, 'user')
        ? await ownership.getOwnerRefs({ credentials })
        : [],
    );
  }
}

function isOwn(
  { entityRef, ownerRef }: EntityRow,
  own: ReadonlySet<string>,
): boolean {
  return own.has(entityRef) || (ownerRef !== undefined && own.has(ownerRef));
}
