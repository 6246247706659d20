import { words } from '../workloadWords';
import {
  matchesLabelSelector,
  ownerOfPod,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { FoundEntity } from '../claims/EntityFinder';
import type { ClaimIndex } from '../claims/ClaimIndex';
import { ClusterError } from '../kubernetes/ClusterError';
import type { ClusterReader, ObjectPlace } from '../kubernetes/ClusterReader';
import { type ResourceType, resourceTypes } from '../kubernetes/resourceTypes';
import { anyObjectSchema, type Metadata } from '../kubernetes/schemas/metadata';
import type { WorkloadPermissions } from './WorkloadPermissions';

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
   * The metadata of an object as it is now.
   *
   * @throws NotFoundError when there is none, or it is not of the entity
   * @throws NotAllowedError when it may not be restarted
   */
  async require(
    entity: FoundEntity,
    target: ObjectTarget,
    credentials: BackstageCredentials,
  ): Promise<Metadata> {
    const { index, permissions } = this.#options;
    const { entityRef, match } = entity;
    const { cluster, namespace, label } = target;
    const metadata = await this.#read(target);
    const owner = metadata && (await this.#readOwner(target, metadata));
    const chain = [owner, metadata].flatMap(item =>
      item ? [{ cluster, namespace, labels: item.labels }] : [],
    );
    const isClaimed = chain.some(
      ({ labels }) =>
        match !== undefined &&
        (match.cluster ?? cluster) === cluster &&
        (match.namespace ?? namespace) === namespace &&
        matchesLabelSelector(match.labelSelector, labels),
    );
    if (!metadata || !isClaimed) {
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
    return metadata;
  }

  async #read(target: ObjectTarget): Promise<Metadata | undefined> {
    const { cluster, type } = target;
    try {
      const object = await this.#options.reader.get(cluster, type, target);
      return anyObjectSchema.parse(object).metadata;
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
  ): Promise<Metadata | undefined> {
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
