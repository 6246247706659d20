import {
  driverWords,
  driverTextOf,
  type DryRun,
  ProviderRefusal,
  type WorkloadClusters,
  type WorkloadObject,
} from '@atrium/plugin-provisioning-node';
import { ApplyConflict } from './cluster/ApplyConflict';
import { ClusterClient } from './cluster/ClusterClient';
import { kindOf } from './cluster/KubernetesObject';
import type { ClusterConnection } from './config/readClustersConfig';

/** What workloads are made of; nothing else is applied for them. */
const APPLIED_KINDS = [
  'apps/Deployment',
  'apps/StatefulSet',
  'v1/Service',
  'v1/ConfigMap',
];
/** What they mount is looked at, too. */
const READ_KINDS = [...APPLIED_KINDS, 'v1/PersistentVolumeClaim'];
const TIMEOUT_MS = 20_000;

/** Applies workloads to clusters of the configuration. */
export class KubernetesWorkloads implements WorkloadClusters {
  readonly #clusters: Map<string, ClusterConnection>;

  constructor(clusters: ClusterConnection[]) {
    this.#clusters = new Map(clusters.map(of => [of.name, of]));
  }

  async get(cluster: string, object: WorkloadObject) {
    return this.#client(cluster, object, READ_KINDS).get(object);
  }

  async dryRun(cluster: string, object: WorkloadObject): Promise<DryRun> {
    const client = this.#client(cluster, object);
    const live = await client.get(object);
    try {
      return { live, ...(await dryRun(client, object)) };
    } catch (error) {
      if (error instanceof ProviderRefusal && !error.isTemporary) {
        return { live, conflicts: [], problem: driverTextOf(error) };
      }
      throw error;
    }
  }

  async apply(cluster: string, object: WorkloadObject) {
    await this.#client(cluster, object).apply(object, { isForced: false });
  }

  #client(
    name: string,
    object: WorkloadObject,
    kinds = APPLIED_KINDS,
  ): ClusterClient {
    const cluster = this.#clusters.get(name);
    const kind = kindOf(object);
    if (!cluster) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.cluster.workloadsNotAllowed', { name }),
        { isTemporary: false },
      );
    }
    if (!kinds.includes(kind)) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.cluster.workloadKind', { kind }),
        { isTemporary: false },
      );
    }
    return new ClusterClient(cluster, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      fieldManager: 'atrium-score',
    });
  }
}

/** Where others keep fields, what would come of it without them is asked, too. */
async function dryRun(
  client: ClusterClient,
  object: WorkloadObject,
): Promise<DryRun> {
  try {
    const result = await client.apply(object, {
      isForced: false,
      isDryRun: true,
    });
    return { result, conflicts: [] };
  } catch (error) {
    if (!(error instanceof ApplyConflict)) {
      throw error;
    }
    const result = await client.apply(object, {
      isForced: true,
      isDryRun: true,
    });
    return { result, conflicts: error.conflicts };
  }
}
