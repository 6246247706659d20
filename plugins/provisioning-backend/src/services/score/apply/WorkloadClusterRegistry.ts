import {
  ProviderRefusal,
  type WorkloadClusters,
  type WorkloadClustersExtensionPoint,
} from '@atrium/plugin-provisioning-node';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';

/** How clusters are reached, once a module has said it. */
export class WorkloadClusterRegistry implements WorkloadClustersExtensionPoint {
  #clusters: WorkloadClusters | undefined;

  setClusters(clusters: WorkloadClusters): void {
    if (this.#clusters) {
      throw new Error('Clusters for workloads are there already');
    }
    this.#clusters = clusters;
  }

  /**
   * Asks a cluster.
   *
   * @throws ConflictError where it refuses, ServiceUnavailableError where it does
   * not answer
   */
  async ask<T>(work: (clusters: WorkloadClusters) => Promise<T>): Promise<T> {
    if (!this.#clusters) {
      throw new ServiceUnavailableError(
        'This portal has no module that applies workloads to clusters',
      );
    }
    try {
      return await work(this.#clusters);
    } catch (error) {
      if (error instanceof ProviderRefusal && !error.isTemporary) {
        throw new ConflictError(error.message);
      }
      throw new ServiceUnavailableError('The cluster did not answer', error);
    }
  }
}
