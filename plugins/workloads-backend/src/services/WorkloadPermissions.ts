import { readOwnerNames, requirePermissions } from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../workloadWords';
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

interface WorkloadPermissionsOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  permissions: PermissionsService;
}

/** Asks the policy of the portal on behalf of users. */
export class WorkloadPermissions {
  readonly #catalog: WorkloadPermissionsOptions['catalog'];
  readonly #permissions: PermissionsService;

  constructor({ catalog, permissions }: WorkloadPermissionsOptions) {
    this.#catalog = catalog;
    this.#permissions = permissions;
  }

  /** @throws NotAllowedError */
  async requireRead(credentials: BackstageCredentials): Promise<void> {
    await requirePermissions(this.#permissions, {
      credentials,
      permissions: [{ permission: workloadsReadPermission }],
      refusal: () =>
        words.error(NotAllowedError, words.describe('workloads.refusal.read')),
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
        refusal: async () =>
          words.error(
            NotAllowedError,
            await this.#explainRefusal(claim, credentials),
          ),
      });
    }
  }

  async #explainRefusal(
    { entityRef, holders, label }: RestartClaim,
    credentials: BackstageCredentials,
  ): Promise<MessageDescriptor> {
    const options = { catalog: this.#catalog, credentials };
    const claimant = await readOwnerNames([entityRef], options);
    if (holders.length === 0) {
      return words.describe('workloads.refusal.noRule', {
        label,
        name: claimant.name,
      });
    }
    const holder = await readOwnerNames(holders, options);
    return words.describe('workloads.refusal.ofAnother', {
      label,
      holders: holder.name,
      owners: holder.owners,
      claimant: claimant.name,
    });
  }
}
