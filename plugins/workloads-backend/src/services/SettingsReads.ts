import type {
  EntityWorkloadSettings,
  WorkloadSettings,
} from '@atrium/plugin-workloads-common';
import type { ClaimIndex } from '../claims/ClaimIndex';
import { findEnvironment } from '../config/findEnvironment';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import { ClusterProblems } from '../kubernetes/ClusterProblems';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import { ExpiringCache } from '../kubernetes/ExpiringCache';
import type { ClusterInfo } from '../kubernetes/KubernetesProxyClient';
import { resourceTypes } from '../kubernetes/resourceTypes';
import { countRestarts } from '../workloads/countRestarts';
import { describeSettings } from '../workloads/describeSettings';
import { readWorkloadObjects } from '../workloads/readWorkloadObjects';
import { idOf, type WorkloadObject } from '../workloads/WorkloadObject';

interface SettingsReadsOptions {
  config: WorkloadsConfig;
  index: Pick<ClaimIndex, 'getHolders'>;
  reader: ClusterReader;
}

interface Inventory {
  byEntity: ReadonlyMap<string, WorkloadSettings[]>;
  unreadClusters: string[];
}

/** Whoever asks about many entities does so in several requests. */
const CACHE_MS = 60_000;

/** Answers other plugins what is written of the workloads of entities. */
export class SettingsReads {
  readonly #options: SettingsReadsOptions;
  readonly #cache: ExpiringCache;

  constructor(options: SettingsReadsOptions) {
    this.#options = options;
    this.#cache = new ExpiringCache(Math.max(CACHE_MS, options.config.cacheMs));
  }

  /** The workloads that each entity is proven to hold, in the order asked. */
  async get(entityRefs: string[]): Promise<EntityWorkloadSettings> {
    const { byEntity, unreadClusters } = await this.#cache.get(
      'inventory',
      () => this.#takeInventory(),
    );
    return {
      items: entityRefs.map(entityRef => ({
        entityRef,
        workloads: byEntity.get(entityRef) ?? [],
      })),
      unreadClusters,
    };
  }

  async #takeInventory(): Promise<Inventory> {
    const { index, reader } = this.#options;
    const clusters = await reader.listClusters();
    const readings = await Promise.all(
      clusters.map(cluster => this.#readCluster(cluster)),
    );
    const workloads = readings.flatMap(reading => reading.workloads);
    const holders = await index.getHolders(
      workloads.map(({ object }) => ({
        cluster: object.cluster,
        namespace: object.metadata.namespace,
        labels: object.metadata.labels,
      })),
    );
    const byEntity = new Map<string, WorkloadSettings[]>();
    for (const [position, { settings }] of workloads.entries()) {
      for (const ref of holders[position]) {
        byEntity.set(ref, [...(byEntity.get(ref) ?? []), settings]);
      }
    }
    return {
      byEntity,
      unreadClusters: readings
        .filter(({ isRead }) => !isRead)
        .map(({ name }) => name),
    };
  }

  async #readCluster(cluster: ClusterInfo) {
    const { config, reader } = this.#options;
    const { name } = cluster;
    const problems = new ClusterProblems(cluster);
    const namespaces = config.namespaces[name] ?? [undefined];
    const [objects, minor, restarts] = await Promise.all([
      readWorkloadObjects(reader, name, { namespaces, problems }),
      reader.getMinorVersion(name),
      this.#readRestarts(name, namespaces),
    ]);
    const toSettings = (object: WorkloadObject): WorkloadSettings => ({
      ...describeSettings(object, minor),
      environment: findEnvironment(config.environments, {
        cluster: name,
        namespace: object.metadata.namespace,
      }),
      restarts: restarts && (restarts.get(idOf(object)) ?? 0),
    });
    return {
      name,
      isRead: problems.toReading().status === 'read',
      workloads: objects.map(object => ({
        object,
        settings: toSettings(object),
      })),
    };
  }

  /** Nothing where pods cannot be read: that is no sign of none. */
  async #readRestarts(
    cluster: string,
    namespaces: (string | undefined)[],
  ): Promise<Map<string, number> | undefined> {
    try {
      const lists = await Promise.all(
        namespaces.map(namespace =>
          this.#options.reader.list(cluster, resourceTypes.pods, { namespace }),
        ),
      );
      return countRestarts(
        cluster,
        lists.flatMap(({ items }) => items),
      );
    } catch {
      return undefined;
    }
  }
}
