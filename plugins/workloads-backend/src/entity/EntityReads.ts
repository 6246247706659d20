import {
  type EntityMatch,
  type EntityWorkloads,
  type Workload,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFinder, FoundEntity } from '../catalog/EntityFinder';
import type { EntityIndex } from '../catalog/EntityIndex';
import { findEnvironment } from '../config/findEnvironment';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import type { DeployedVersions } from '../delivery/DeployedVersions';
import { selectGitOps } from '../gitops/selectGitOps';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import type {
  EntityRights,
  WorkloadPermissions,
} from '../permissions/WorkloadPermissions';
import { describeWarnings, describeWorkloads } from './describeWorkloads';
import { type EntityCluster, EntityClusterReader } from './EntityClusterReader';
import { findRunbooks } from './findRunbooks';

interface EntityReadsOptions {
  config: WorkloadsConfig;
  reader: ClusterReader;
  entities: EntityFinder;
  index: EntityIndex;
  permissions: WorkloadPermissions;
  versions: DeployedVersions;
}

/** Worst first. */
const HEALTH_ORDER = ['degraded', 'progressing', 'healthy', 'stopped'] as const;

/** Answers what runs for one entity. */
export class EntityReads {
  readonly #options: EntityReadsOptions;

  constructor(options: EntityReadsOptions) {
    this.#options = options;
  }

  /**
   * All workloads of an entity, and what is around them.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getWorkloads(
    ref: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<EntityWorkloads> {
    const { config, entities, permissions, versions } = this.#options;
    await permissions.requireRead(credentials);
    const found = await entities.find(ref, credentials);
    const { entity, entityRef, match, kubernetesId } = found;
    const since = new Date(Date.now() - config.warningsMs).toISOString();
    const [delivered, readings] = await Promise.all([
      versions.ofEntity(entityRef, credentials),
      match ? this.#readClusters(match) : [],
    ]);
    const { name } = entity.metadata;
    const facts = {
      entityRef,
      names: kubernetesId ? [name, kubernetesId] : [name],
      delivered,
      environmentOf: (place: { cluster: string; namespace: string }) =>
        findEnvironment(config.environments, place),
    };
    const items = readings
      .flatMap(reading => describeWorkloads(reading, facts))
      .sort(worstFirst);
    return {
      entityRef,
      items,
      totalItems: items.length,
      clusters: readings.map(({ problems }) => problems.toReading()),
      warnings: describeWarnings(readings, since),
      warningsSince: since,
      gitOps: match
        ? selectGitOps(
            readings.flatMap(({ gitOps }) => gitOps),
            {
              labelSelector: match.labelSelector,
              workloads: readings.flatMap(({ workloads }) => workloads),
            },
          )
        : [],
      runbooks: findRunbooks(entity),
      ...(await this.#getRights(found, { readings, credentials })),
    };
  }

  async #getRights(
    found: FoundEntity,
    options: { readings: EntityCluster[]; credentials: BackstageCredentials },
  ): Promise<EntityRights> {
    const { index, permissions } = this.#options;
    const claim = await index.getOwnership(
      found,
      options.readings.flatMap(({ workloads }) =>
        workloads.map(({ cluster, metadata }) => ({ cluster, ...metadata })),
      ),
    );
    return permissions.getRights(claim, options.credentials);
  }

  async #readClusters(match: EntityMatch): Promise<EntityCluster[]> {
    const { config, reader } = this.#options;
    const clusters = await reader.listClusters();
    return Promise.all(
      clusters
        .filter(({ name }) => !match.cluster || match.cluster === name)
        .map(cluster =>
          new EntityClusterReader({
            reader,
            cluster,
            match,
            namespaces: config.namespaces[cluster.name],
          }).read(),
        ),
    );
  }
}

function worstFirst(a: Workload, b: Workload): number {
  return (
    HEALTH_ORDER.indexOf(a.health) - HEALTH_ORDER.indexOf(b.health) ||
    a.id.localeCompare(b.id)
  );
}
