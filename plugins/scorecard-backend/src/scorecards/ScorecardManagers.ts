import {
  hasPermission,
  type Ownership,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  type ScorecardDefinition,
  scorecardOperatePermission,
} from '@atrium/plugin-scorecard-common';
import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';

interface ScorecardManagersOptions {
  auth: AuthService;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  permissions: PermissionsService;
}

/** Knows whose initiatives somebody may manage: by scorecards that are theirs. */
export class ScorecardManagers {
  readonly #options: ScorecardManagersOptions;

  constructor(options: ScorecardManagersOptions) {
    this.#options = options;
  }

  /**
   * @returns whether the caller owns a scorecard or runs the portal; who runs it
   * may also manage what is left of scorecards that are gone
   */
  async findManaged({
    credentials,
  }: ScopeOptions): Promise<
    (definition: ScorecardDefinition | undefined) => boolean
  > {
    const { auth, ownership, permissions } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return () => false;
    }
    const [ownerRefs, canOperate] = await Promise.all([
      ownership.getOwnerRefs({ credentials }),
      hasPermission(
        permissions,
        { permission: scorecardOperatePermission },
        { credentials },
      ),
    ]);
    return definition =>
      canOperate ||
      (definition !== undefined && ownerRefs.includes(definition.spec.owner));
  }
}
