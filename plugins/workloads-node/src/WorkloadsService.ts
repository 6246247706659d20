import type {
  ClusterObject,
  EntityRuntimes,
  EntityWorkloadSettings,
} from '@atrium/plugin-workloads-common';
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
  /**
   * What is written of the workloads that each of some entities is proven to
   * hold, in the order asked. Takes credentials of a plugin only.
   */
  getSettings(
    entityRefs: string[],
    options: WorkloadsServiceOptions,
  ): Promise<EntityWorkloadSettings>;
  /**
   * How what runs for each of any number of entities is, as far as who asks may
   * see it. It is answered from what was read of the clusters last.
   */
  getRuntimes(
    entityRefs: string[],
    options: WorkloadsServiceOptions,
  ): Promise<EntityRuntimes>;
}
