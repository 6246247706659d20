import { requirePermissions } from '@atrium/backend-common';
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
import { AuthorizeResult } from '@backstage/plugin-permission-common';

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
    await requirePermissions(this.#permissions, {
      credentials,
      permissions: [{ permission: workloadsReadPermission }],
      refusal: () => 'You may not see what runs',
    });
  }

  /** What buttons to show; each action is decided again when it is asked for. */
  async getRights(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EntityRights> {
    const decisions = await this.#permissions.authorize(
      [
        { permission: workloadsRestartPermission, resourceRef: entityRef },
        { permission: kubernetesLogsReadPermission, resourceRef: entityRef },
        { permission: kubernetesProxyUnrestrictedPermission },
      ],
      { credentials },
    );
    const [canRestart, canReadLogs, isUnrestricted] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    return { canRestart, canReadLogs, isUnrestricted };
  }

  /**
   * Refuses what is not proven to belong to an entity, to all but
   * administrators.
   *
   * @throws NotAllowedError
   */
  async requireHeld(
    claim: RestartClaim,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!claim.holders.includes(claim.entityRef)) {
      await requirePermissions(this.#permissions, {
        credentials,
        permissions: [{ permission: kubernetesProxyUnrestrictedPermission }],
        refusal: () => explainRefusal(claim),
      });
    }
  }
}

function explainRefusal({ entityRef, holders, label }: RestartClaim): string {
  return holders.length > 0
    ? `${label} belongs to another component, whose owners can restart it: the claim of '${entityRef}' does not count`
    : `Only administrators can restart ${label}: no rule under 'workloads.claims' confirms that it belongs to '${entityRef}'. Ask the platform team for one.`;
}
