import {
  type Ownership,
  PageCursor,
  toPage,
  type VisibleEntities,
} from '@atrium/backend-common';
import {
  type ClusterReading,
  type DeprecatedObject,
  type EntityRuntimes,
  type WorkloadPage,
  workloadProblemSchema,
  type workloadQuerySchema,
  type WorkloadRow,
  type WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import type { ClaimIndex } from '../claims/ClaimIndex';
import type { ClaimResolver } from '../claims/ClaimResolver';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import type { DeployedVersions } from './DeployedVersions';
import { findDeprecation } from '../workloads/findDeprecation';
import { ClusterProblems } from '../kubernetes/ClusterProblems';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import { ExpiringCache } from '../kubernetes/ExpiringCache';
import type { ClusterInfo } from '../kubernetes/KubernetesProxyClient';
import type { WorkloadPermissions } from './WorkloadPermissions';
import { readWorkloadObjects } from '../workloads/readWorkloadObjects';
import { belongsTo, buildRow, claimWorkloads } from './buildRow';
import { type OtherObject, readOtherObjects } from './readOtherObjects';
import { summarizeRows } from './summarizeRows';
import { sumRuntimes } from './sumRuntimes';

interface OverviewReadsOptions {
  config: WorkloadsConfig;
  reader: ClusterReader;
  index: ClaimIndex;
  ownership: Pick<Ownership, 'expandOwners'>;
  permissions: WorkloadPermissions;
  versions: DeployedVersions;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

interface ReadOptions {
  credentials: BackstageCredentials;
}

type ParsedQuery = z.output<typeof workloadQuerySchema>;

/** A row with all the entities that have to be visible for it to be. */
interface RankedRow {
  row: WorkloadRow;
  entityRefs: string[];
  rank: number;
}

/** One in the list beside the workloads, likewise. */
interface OwnedDeprecation {
  object: DeprecatedObject;
  entityRefs: string[];
}

interface Inventory {
  rows: RankedRow[];
  deprecated: OwnedDeprecation[];
  clusters: ClusterReading[];
}

const MAX_DEPRECATED = 200;
/** Rank and id of the last row of a page. */
const cursor = new PageCursor(z.tuple([z.number(), z.string()]));

/** Answers what runs across clusters. */
export class OverviewReads {
  readonly #options: OverviewReadsOptions;
  readonly #cache: ExpiringCache;

  constructor(options: OverviewReadsOptions) {
    this.#options = options;
    this.#cache = new ExpiringCache(options.config.cacheMs);
  }

  /** A page of workloads, those with the worst problems first. */
  async list(query: ParsedQuery, options: ReadOptions): Promise<WorkloadPage> {
    const { ownerRef } = query;
    const [{ rows, clusters }, owners] = await Promise.all([
      this.#getVisible(options),
      ownerRef && this.#options.ownership.expandOwners([ownerRef], options),
    ]);
    const matching = rows.filter(
      ({ row }) =>
        matches(row, query) && (!owners || owners.includes(row.ownerRef ?? '')),
    );
    const after = cursor.decode(query.cursor);
    const rest = after
      ? matching.filter(item => compare(item, after) > 0)
      : matching;
    const page = toPage(rest, {
      limit: query.limit,
      totalItems: matching.length,
      toCursor: ({ rank, row }) => cursor.encode([rank, row.id]),
    });
    return { ...page, items: page.items.map(({ row }) => row), clusters };
  }

  /** Counts over all workloads. */
  async summarize(options: ReadOptions): Promise<WorkloadSummary> {
    const { rows, deprecated, clusters } = await this.#getVisible(options);
    return {
      ...summarizeRows(rows.map(({ row }) => row)),
      deprecatedObjects: deprecated
        .slice(0, MAX_DEPRECATED)
        .map(({ object }) => object),
      clusters,
    };
  }

  /** How what runs for each of some entities is, from the same reading. */
  async getRuntimes(
    entityRefs: string[],
    options: ReadOptions,
  ): Promise<EntityRuntimes> {
    const { rows, clusters } = await this.#getVisible(options);
    return {
      items: sumRuntimes(rows, entityRefs),
      readAt: clusters.map(({ readAt }) => readAt).sort()[0],
      unreadClusters: clusters
        .filter(({ status }) => status === 'not-read')
        .map(({ cluster }) => cluster),
    };
  }

  /** What belongs to entities that are hidden from somebody is hidden as well. */
  async #getVisible({ credentials }: ReadOptions): Promise<Inventory> {
    const { permissions, visible } = this.#options;
    await permissions.requireRead(credentials);
    const [inventory, canSeeAll] = await Promise.all([
      this.#cache.get('inventory', () => this.#takeInventory()),
      visible.canSeeAll({ credentials }),
    ]);
    if (canSeeAll) {
      return inventory;
    }
    const owned = [...inventory.rows, ...inventory.deprecated];
    const refs = new Set(
      await visible.filter(
        owned.flatMap(({ entityRefs }) => entityRefs),
        { credentials },
      ),
    );
    const isVisible = ({ entityRefs }: { entityRefs: string[] }) =>
      entityRefs.every(ref => refs.has(ref));
    return {
      ...inventory,
      rows: inventory.rows.filter(isVisible),
      deprecated: inventory.deprecated.filter(isVisible),
    };
  }

  async #takeInventory(): Promise<Inventory> {
    const { config, reader, index, versions } = this.#options;
    const clusters = await reader.listClusters();
    const [claims, readings] = await Promise.all([
      index.getClaims(),
      Promise.all(clusters.map(cluster => this.#readCluster(cluster))),
    ]);
    const claimed = claimWorkloads(
      readings.flatMap(({ objects }) => objects),
      claims,
    );
    const owners = claimed.flatMap(({ claimants }) =>
      claimants.flatMap(({ ownerRef }) => ownerRef ?? []),
    );
    const minors = new Map(readings.map(({ name, minor }) => [name, minor]));
    const facts = {
      environments: config.environments,
      minorOf: (cluster: string) => minors.get(cluster),
      delivered: await versions.ofOwners(owners),
    };
    return {
      rows: claimed
        .map(workload => {
          const row = buildRow(workload, facts);
          return {
            row,
            entityRefs: workload.claimants.map(({ entityRef }) => entityRef),
            rank: rankOf(row),
          };
        })
        .sort((a, b) => compare(a, [b.rank, b.row.id])),
      deprecated: readings.flatMap(({ others, minor }) =>
        others.flatMap(other => findDeprecated(other, { claims, minor }) ?? []),
      ),
      clusters: readings.map(({ reading }) => reading),
    };
  }

  async #readCluster(cluster: ClusterInfo) {
    const { config, reader } = this.#options;
    const { name } = cluster;
    const problems = new ClusterProblems(cluster);
    const namespaces = config.namespaces[name] ?? [undefined];
    const [objects, others, minor] = await Promise.all([
      readWorkloadObjects(reader, name, { namespaces, problems }),
      readOtherObjects(reader, name, { namespaces, problems }),
      reader.getMinorVersion(name),
    ]);
    return { name, objects, others, minor, reading: problems.toReading() };
  }
}

function findDeprecated(
  { cluster, kind, metadata }: OtherObject,
  facts: { claims: ClaimResolver; minor: number | undefined },
): OwnedDeprecation | undefined {
  const { namespace, name, labels, appliedApiVersion } = metadata;
  const deprecation = findDeprecation({
    kind,
    apiVersion: appliedApiVersion,
    clusterMinor: facts.minor,
  });
  if (!deprecation) {
    return undefined;
  }
  const claimants = belongsTo(
    facts.claims.resolve({ cluster, namespace, labels }),
  );
  const { entityRef, ownerRef } = claimants.at(0) ?? {};
  const place = { cluster, namespace, kind, name };
  return {
    object: { ...place, entityRef, ownerRef, deprecation },
    entityRefs: claimants.map(claimant => claimant.entityRef),
  };
}

function matches(row: WorkloadRow, query: ParsedQuery): boolean {
  const { cluster, namespace, kind, unowned, problem, name } = query;
  const text = name?.toLocaleLowerCase('en-US');
  return (
    (cluster ?? row.cluster) === row.cluster &&
    (namespace ?? row.namespace) === row.namespace &&
    (kind ?? row.kind) === row.kind &&
    (unowned === undefined || unowned === !row.entityRef) &&
    (problem === undefined || row.problems.includes(problem)) &&
    (text === undefined ||
      row.name.includes(text) ||
      row.namespace.includes(text))
  );
}

/** The sum of the weights of its problems, the worst being the heaviest. */
function rankOf({ problems }: WorkloadRow): number {
  const order = workloadProblemSchema.options;
  return problems.reduce(
    (sum, problem) => sum + 2 ** (order.length - order.indexOf(problem)),
    0,
  );
}

function compare(
  { rank, row }: RankedRow,
  [otherRank, otherId]: [number, string],
): number {
  if (rank !== otherRank) {
    return otherRank - rank;
  }
  if (row.id === otherId) {
    return 0;
  }
  return row.id < otherId ? -1 : 1;
}
