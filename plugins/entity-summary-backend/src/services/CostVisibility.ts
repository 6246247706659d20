import {
  hasPermission,
  type Ownership,
  type ScopeOptions,
} from '@atrium/backend-common';
import { costTotalReadPermission } from '@atrium/plugin-cost-common';
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
    return rows.map(row => {
      const isOwn =
        own.has(row.entityRef) ||
        (row.ownerRef !== undefined && own.has(row.ownerRef));
      return isOwn ? row : { ...row, cost: undefined };
    });
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
