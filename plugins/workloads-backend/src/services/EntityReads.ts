import type { VisibleEntities } from '@atrium/backend-common';
import type {
  ClaimConflicts,
  EntityMatch,
  EntityWorkloads,
  Workload,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFinder } from '../claims/EntityFinder';
import type { ClaimIndex } from '../claims/ClaimIndex';
import { findEnvironment } from '../config/findEnvironment';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import type { DeployedVersions } from './DeployedVersions';
import { selectGitOps } from '../workloads/selectGitOps';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import type { WorkloadPermissions } from './WorkloadPermissions';
import { describeWarnings, describeWorkloads } from './describeWorkloads';
import { dropForeign, type OwnCluster } from './dropForeign';
import { EntityClusterReader } from './EntityClusterReader';
import { findRunbooks } from './findRunbooks';

interface EntityReadsOptions {
  config: WorkloadsConfig;
  reader: ClusterReader;
  entities: EntityFinder;
  index: ClaimIndex;
  permissions: WorkloadPermissions;
  versions: DeployedVersions;
  visible: Pick<VisibleEntities, 'filter'>;
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
    const [delivered, own, rights] = await Promise.all([
      versions.ofEntity(entityRef, credentials),
      match ? this.#readClusters(entityRef, match) : [],
      permissions.getRights(entityRef, credentials),
    ]);
    const readings = own.map(({ reading }) => reading);
    const confirmed = new Set(own.flatMap(one => [...one.confirmed]));
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
      .map(workload => {
        const isConfirmed = confirmed.has(workload.id);
        return {
          ...workload,
          isConfirmed,
          canBeRestarted:
            workload.canBeRestarted && (isConfirmed || rights.isUnrestricted),
        };
      })
      .sort(worstFirst);
    const isOpen =
      rights.isUnrestricted ||
      items.length === 0 ||
      items.some(({ isConfirmed }) => isConfirmed);
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
      conflicts: await this.#describeConflicts(own, { credentials }),
      canRestart: rights.canRestart && isOpen,
      canReadLogs: rights.canReadLogs && isOpen,
    };
  }

  async #describeConflicts(
    own: OwnCluster[],
    options: { credentials: BackstageCredentials },
  ): Promise<ClaimConflicts> {
    const holders = own.flatMap(one => one.holders);
    const rivals = own.flatMap(one => one.rivals);
    const refs = new Set([...holders.flat(), ...rivals]);
    const visible = await this.#options.visible.filter(
      [...refs].sort(),
      options,
    );
    return {
      holders: visible.filter(ref => holders.flat().includes(ref)),
      lostWorkloads: holders.length,
      rivals: visible.filter(ref => rivals.includes(ref)),
    };
  }

  async #readClusters(
    entityRef: string,
    match: EntityMatch,
  ): Promise<OwnCluster[]> {
    const { config, index, reader } = this.#options;
    const [clusters, claims] = await Promise.all([
      reader.listClusters(),
      index.getClaims(),
    ]);
    return Promise.all(
      clusters
        .filter(({ name }) => !match.cluster || match.cluster === name)
        .map(async cluster => {
          const reading = await new EntityClusterReader({
            reader,
            cluster,
            match,
            namespaces: config.namespaces[cluster.name],
          }).read();
          return dropForeign(cluster.name, reading, {
            entityRef,
            resolve: object => claims.resolve(object),
          });
        }),
    );
  }
}

function worstFirst(a: Workload, b: Workload): number {
  return (
    HEALTH_ORDER.indexOf(a.health) - HEALTH_ORDER.indexOf(b.health) ||
    a.id.localeCompare(b.id)
  );
}
