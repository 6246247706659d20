import {
  kubernetesLogsReadPermission,
  kubernetesProxyUnrestrictedPermission,
  workloadsReadPermission,
  workloadsRestartPermission,
} from '@atrium/plugin-workloads-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** What somebody may do with what runs for an entity. */
export interface EntityRights {
  canRestart: boolean;
  canReadLogs: boolean;
}

/** Whose objects in clusters are. */
export interface OwnershipClaim {
  /**
   * The entities it belongs to. One has to be allowed on all: else one more
   * entity with the id of another would open what runs for it.
   */
  entityRefs: string[];
  /**
   * Whether the objects carry the id of the entity that was asked about.
   * Without it there is only a label selector in the catalog, which may reach
   * for anything.
   */
  isNamed: boolean;
}

/** Asks the policy of the portal on behalf of users. */
export class WorkloadPermissions {
  readonly #permissions: PermissionsService;

  constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
  }

  /** @throws NotAllowedError */
  async requireRead(credentials: BackstageCredentials): Promise<void> {
    const request = { permission: workloadsReadPermission };
    if (!(await this.#areAllowed([request], credentials))) {
      throw new NotAllowedError('You may not see what runs');
    }
  }

  /** What buttons to show; each action is decided again when it is asked for. */
  async getRights(
    claim: OwnershipClaim,
    credentials: BackstageCredentials,
  ): Promise<EntityRights> {
    const [canRestart, canReadLogs] = await Promise.all(
      [workloadsRestartPermission, kubernetesLogsReadPermission].map(
        permission =>
          this.#areAllowed(toRequests(permission, claim), credentials),
      ),
    );
    return { canRestart, canReadLogs };
  }

  /** @throws NotAllowedError */
  async requireRestart(
    claim: OwnershipClaim,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const requests = toRequests(workloadsRestartPermission, claim);
    if (!(await this.#areAllowed(requests, credentials))) {
      const names = claim.entityRefs.map(ref => `'${ref}'`).join(', ');
      throw new NotAllowedError(
        claim.isNamed
          ? `Only the owners of ${names} can restart this`
          : `Only administrators can restart this, as it is found by a label selector and does not carry the id of ${names}`,
      );
    }
  }

  async #areAllowed(
    requests: AuthorizePermissionRequest[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const decisions = await this.#permissions.authorize(requests, {
      credentials,
    });
    return decisions.every(({ result }) => result === AuthorizeResult.ALLOW);
  }
}

/** All of them: each entity, and without an id on the object all objects. */
function toRequests(
  permission: ResourcePermission<'catalog-entity'>,
  { entityRefs, isNamed }: OwnershipClaim,
): AuthorizePermissionRequest[] {
  const requests: AuthorizePermissionRequest[] = entityRefs.map(
    resourceRef => ({ permission, resourceRef }),
  );
  return isNamed
    ? requests
    : [...requests, { permission: kubernetesProxyUnrestrictedPermission }];
}
