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
} from '@backstage/plugin-permission-common';

/** What somebody may do with what runs for an entity. */
export interface EntityRights {
  /** With what is proven to belong to the entity. */
  canRestart: boolean;
  canReadLogs: boolean;
  /** With everything, whoever it belongs to. */
  isUnrestricted: boolean;
}

/** An object that is to be restarted for an entity. */
export interface RestartClaim {
  entityRef: string;
  /** Refs of the entities that the object is proven to belong to. */
  holders: string[];
  /** For people, for example `Pod 'web-1'`. */
  label: string;
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
    const [canRead] = await this.#decide([request], credentials);
    if (!canRead) {
      throw new NotAllowedError('You may not see what runs');
    }
  }

  /** What buttons to show; each action is decided again when it is asked for. */
  async getRights(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EntityRights> {
    const [canRestart, canReadLogs, isUnrestricted] = await this.#decide(
      [
        { permission: workloadsRestartPermission, resourceRef: entityRef },
        { permission: kubernetesLogsReadPermission, resourceRef: entityRef },
        { permission: kubernetesProxyUnrestrictedPermission },
      ],
      credentials,
    );
    return { canRestart, canReadLogs, isUnrestricted };
  }

  /** @throws NotAllowedError */
  async requireRestart(
    claim: RestartClaim,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { entityRef } = claim;
    const [canRestart, isUnrestricted] = await this.#decide(
      [
        { permission: workloadsRestartPermission, resourceRef: entityRef },
        { permission: kubernetesProxyUnrestrictedPermission },
      ],
      credentials,
    );
    const isHeld = claim.holders.includes(entityRef);
    if (!canRestart || (!isHeld && !isUnrestricted)) {
      throw new NotAllowedError(explainRefusal(claim, canRestart));
    }
  }

  async #decide(
    requests: AuthorizePermissionRequest[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(requests, {
      credentials,
    });
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }
}

function explainRefusal(
  { entityRef, holders, label }: RestartClaim,
  isOwner: boolean,
): string {
  if (!isOwner) {
    return `Only the owners of '${entityRef}' can restart this`;
  }
  return holders.length > 0
    ? `${label} belongs to another component, whose owners can restart it: the claim of '${entityRef}' does not count`
    : `Only administrators can restart ${label}: no rule under 'workloads.claims' confirms that it belongs to '${entityRef}'. Ask the platform team for one.`;
}
