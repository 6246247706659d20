import { words } from '../workloadWords';
import {
  matchesLabelSelector,
  ownerOfPod,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import type { FoundEntity } from '../claims/EntityFinder';
import type { ClaimIndex } from '../claims/ClaimIndex';
import { ClusterError } from '../kubernetes/ClusterError';
import type { ClusterReader, ObjectPlace } from '../kubernetes/ClusterReader';
import { type ResourceType, resourceTypes } from '../kubernetes/resourceTypes';
import { anyObjectSchema, type Metadata } from '../kubernetes/schemas/metadata';
import { isUpdatedOnDelete } from '../workloads/WorkloadObject';
import type { WorkloadPermissions } from './WorkloadPermissions';

const ownedSchema = anyObjectSchema.extend({
  spec: z
    .object({
      paused: z.boolean().nullish(),
      updateStrategy: z.object({ type: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/** An object of an entity, as it is now. */
export interface OwnedObject {
  metadata: Metadata;
  /** Whether it is a Deployment whose rollouts wait. */
  isPaused: boolean;
  /** Whether it replaces a pod only once somebody deletes it. */
  isOnDelete: boolean;
}

interface OwnedObjectsOptions {
  index: ClaimIndex;
  permissions: WorkloadPermissions;
  reader: ClusterReader;
}

/** An object in a cluster. */
export interface ObjectTarget extends ObjectPlace {
  cluster: string;
  type: ResourceType;
  /** For people, for example `Pod 'web-1'`. */
  label: string;
}

const controllerTypes = {
  Deployment: resourceTypes.deployments,
  StatefulSet: resourceTypes.statefulSets,
  DaemonSet: resourceTypes.daemonSets,
  CronJob: resourceTypes.cronJobs,
};

/** Finds objects of entities, for those who may restart them. */
export class OwnedObjects {
  readonly #options: OwnedObjectsOptions;

  constructor(options: OwnedObjectsOptions) {
    this.#options = options;
  }

  /**
   * An object as it is now.
   *
   * @throws NotFoundError when there is none, or it is not of the entity
   * @throws NotAllowedError when it may not be restarted
   */
  async require(
    entity: FoundEntity,
    target: ObjectTarget,
    credentials: BackstageCredentials,
  ): Promise<OwnedObject> {
    const { index, permissions } = this.#options;
    const { entityRef, match } = entity;
    const { cluster, namespace, label } = target;
    const object = await this.#read(target);
    const owner = object && (await this.#readOwner(target, object.metadata));
    const chain = [owner, object].flatMap(item =>
      item ? [{ cluster, namespace, labels: item.metadata.labels }] : [],
    );
    const isClaimed = chain.some(
      ({ labels }) =>
        match !== undefined &&
        (match.cluster ?? cluster) === cluster &&
        (match.namespace ?? namespace) === namespace &&
        matchesLabelSelector(match.labelSelector, labels),
    );
    if (!object || !isClaimed) {
      throw words.error(
        NotFoundError,
        words.describe('workloads.refusal.notFound', {
          label,
          entityRef,
          namespace,
          cluster,
        }),
      );
    }
    // Who holds a workload holds its pods, whatever their labels say.
    const found = await index.getHolders(chain);
    const holders = found.find(refs => refs.length > 0) ?? [];
    await permissions.requireHeld({ entityRef, holders, label }, credentials);
    return object;
  }

  async #read(target: ObjectTarget): Promise<OwnedObject | undefined> {
    const { cluster, type } = target;
    try {
      const object = await this.#options.reader.get(cluster, type, target);
      const { metadata, spec } = ownedSchema.parse(object);
      return {
        metadata,
        isPaused: spec?.paused ?? false,
        isOnDelete: isUpdatedOnDelete(spec ?? {}),
      };
    } catch (error) {
      if (error instanceof ClusterError && error.status === 404) {
        return undefined;
      }
      throw words.error(
        ServiceUnavailableError,
        words.describe('workloads.refusal.notRead', { label: target.label }),
        error,
      );
    }
  }

  /** The workload behind a pod, which may be the only one with the labels. */
  async #readOwner(
    target: ObjectTarget,
    metadata: Metadata,
  ): Promise<OwnedObject | undefined> {
    const owner = ownerOfPod(metadata);
    return (
      owner &&
      this.#read({
        ...target,
        type: controllerTypes[owner.kind],
        name: owner.name,
        label: `${owner.kind} '${owner.name}'`,
      })
    );
  }
}
