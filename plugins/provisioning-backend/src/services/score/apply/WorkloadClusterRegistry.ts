import {
  driverTextOf,
  ProviderRefusal,
  type WorkloadClusters,
  type WorkloadClustersExtensionPoint,
} from '@atrium/plugin-provisioning-node';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { words } from '../../../provisioningWords';

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
      throw words.error(
        ServiceUnavailableError,
        words.describe('provisioning.score.noModule'),
      );
    }
    try {
      return await work(this.#clusters);
    } catch (error) {
      if (error instanceof ProviderRefusal && !error.isTemporary) {
        const said = driverTextOf(error);
        throw typeof said === 'string'
          ? new ConflictError(said)
          : words.error(ConflictError, said);
      }
      throw words.error(
        ServiceUnavailableError,
        words.describe('provisioning.score.clusterSilent'),
        error,
      );
    }
  }
}
