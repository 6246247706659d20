import {
  type AppliedFieldConflict,
  ProviderRefusal,
  type WorkloadClusters,
  type WorkloadObject,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';

/** Clusters that keep what is applied, and say what a test has them say. */
export class MemoryClusters implements WorkloadClusters {
  readonly objects = new Map<string, JsonObject>();
  /** Of every object, until a test takes them away. */
  conflicts: AppliedFieldConflict[] = [];
  isDown = false;

  async get(cluster: string, object: WorkloadObject) {
    this.#requireUp();
    return this.objects.get(keyOf(cluster, object));
  }

  async dryRun(cluster: string, object: WorkloadObject) {
    const live = await this.get(cluster, object);
    return { live, result: { ...live, ...object }, conflicts: this.conflicts };
  }

  async apply(cluster: string, object: WorkloadObject) {
    this.#requireUp();
    this.objects.set(keyOf(cluster, object), {
      ...object,
      ...(object.kind === 'Deployment' && {
        status: { replicas: 1, updatedReplicas: 1, readyReplicas: 1 },
      }),
    });
  }

  #requireUp() {
    if (this.isDown) {
      throw new ProviderRefusal('It is down', { isTemporary: true });
    }
  }
}

function keyOf(cluster: string, { kind, metadata }: WorkloadObject): string {
  return [cluster, metadata.namespace, kind, metadata.name].join('/');
}
