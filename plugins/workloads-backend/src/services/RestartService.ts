import {
  audited,
  type AuditedServices,
  readOwnerNames,
} from '@atrium/backend-common';
import {
  type DeletePod,
  type RestartAnswer,
  type RestartWorkload,
  workloadsRestartPermission,
} from '@atrium/plugin-workloads-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request } from 'express';
import { words } from '../workloadWords';
import type { EntityFinder, FoundEntity } from '../claims/EntityFinder';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import type { ClusterRequest } from '../kubernetes/KubernetesProxyClient';
import { pathOf, resourceTypes } from '../kubernetes/resourceTypes';
import type { ObjectTarget, OwnedObjects } from './OwnedObjects';

interface RestartServiceOptions extends AuditedServices {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  entities: EntityFinder;
  objects: OwnedObjects;
  reader: ClusterReader;
}

/** Who asks for a restart. */
export interface RestartOptions {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** Absent where it did not come by a route. */
  request?: Request;
}

/** A restart as it is audited and done. */
interface Restart {
  eventId: string;
  entityRef: string;
  target: ObjectTarget;
  run(found: FoundEntity, requestedAt: string): Promise<void>;
}

const workloadTypes = {
  Deployment: resourceTypes.deployments,
  StatefulSet: resourceTypes.statefulSets,
  DaemonSet: resourceTypes.daemonSets,
};
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Restarts what runs for an entity, for those who may; all of it is audited. */
export class RestartService {
  readonly #options: RestartServiceOptions;

  constructor(options: RestartServiceOptions) {
    this.#options = options;
  }

  /**
   * Rolls a workload out anew, as `kubectl rollout restart` does.
   *
   * @throws ConflictError when it is paused, or replaces pods only once they are
   *   deleted: nothing would happen, until whoever resumes it or deletes one gets a
   *   rollout that nobody expects any more.
   */
  async restartWorkload(
    entityRef: string,
    input: RestartWorkload,
    options: RestartOptions,
  ): Promise<RestartAnswer> {
    const { workloadKind, ...place } = input;
    const target: ObjectTarget = {
      ...place,
      type: workloadTypes[workloadKind],
      label: `${workloadKind} '${place.name}'`,
    };
    const run = async (found: FoundEntity, requestedAt: string) => {
      const { objects } = this.#options;
      const { isPaused, isOnDelete } = await objects.require(
        found,
        target,
        options.credentials,
      );
      const { label } = target;
      if (isPaused) {
        throw words.error(
          ConflictError,
          words.describe('workloads.refusal.paused', { label }),
        );
      }
      if (isOnDelete) {
        throw words.error(
          ConflictError,
          words.describe('workloads.refusal.onDelete', { label }),
        );
      }
      await this.#change(target, {
        method: 'PATCH',
        path: `${pathOf(target.type, target)}?fieldManager=atrium`,
        body: {
          contentType: 'application/strategic-merge-patch+json',
          content: {
            spec: {
              template: {
                metadata: { annotations: { [RESTARTED_AT]: requestedAt } },
              },
            },
          },
        },
      });
    };
    return this.#restart(
      { eventId: 'workload-restart', entityRef, target, run },
      options,
    );
  }

  /** Deletes a pod, so that its controller makes another. */
  async deletePod(
    entityRef: string,
    { cluster, namespace, pod }: DeletePod,
    options: RestartOptions,
  ): Promise<RestartAnswer> {
    const target: ObjectTarget = {
      cluster,
      namespace,
      name: pod,
      type: resourceTypes.pods,
      label: `Pod '${pod}'`,
    };
    const run = async (found: FoundEntity) => {
      const { objects } = this.#options;
      const { metadata } = await objects.require(
        found,
        target,
        options.credentials,
      );
      if (!metadata.controller) {
        throw words.error(
          ConflictError,
          words.describe('workloads.refusal.madeByHand', {
            label: target.label,
          }),
        );
      }
      await this.#change(target, {
        method: 'DELETE',
        path: pathOf(target.type, target),
      });
    };
    return this.#restart(
      { eventId: 'pod-restart', entityRef, target, run },
      options,
    );
  }

  async #restart(
    restart: Restart,
    { credentials, request }: RestartOptions,
  ): Promise<RestartAnswer> {
    const { catalog } = this.#options;
    const { eventId, target, run } = restart;
    const found = await this.#options.entities.find(
      restart.entityRef,
      credentials,
    );
    const { entityRef } = found;
    return audited(this.#options, {
      eventId,
      request,
      meta: {
        entityRef,
        cluster: target.cluster,
        namespace: target.namespace,
        object: target.label,
      },
      access: {
        credentials,
        permissions: [
          { permission: workloadsRestartPermission, resourceRef: entityRef },
        ],
        refusal: async refs =>
          words.error(
            NotAllowedError,
            words.describe(
              'workloads.refusal.restart',
              await readOwnerNames(refs, { catalog, credentials }),
            ),
          ),
      },
      work: async () => {
        const requestedAt = new Date().toISOString();
        await run(found, requestedAt);
        return { requestedAt };
      },
    });
  }

  async #change(target: ObjectTarget, request: ClusterRequest): Promise<void> {
    try {
      await this.#options.reader.change(target.cluster, request);
    } catch (error) {
      throw words.error(
        ServiceUnavailableError,
        words.describe('workloads.refusal.notRestarted', {
          label: target.label,
        }),
        error,
      );
    }
  }
}
