import type { ClusterObject } from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf workloads is asked. */
export interface WorkloadsServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask workloads. */
export interface WorkloadsService {
  /**
   * Refs of the entities that each of some objects is proven to belong to, in the
   * order asked; none where nothing is proven. Takes credentials of a plugin only.
   *
   * @throws where that cannot be told, so that nobody takes it for "none".
   */
  getHolders(
    objects: ClusterObject[],
    options: WorkloadsServiceOptions,
  ): Promise<string[][]>;
}
