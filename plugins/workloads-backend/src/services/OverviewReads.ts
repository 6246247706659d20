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
import type { WorkloadPermissions } from './WorkloadPermissions';
import { judgeHealth } from '../workloads/judgeHealth';
import { readWorkloadObjects } from '../workloads/readWorkloadObjects';
import {
  belongsTo,
  buildRow,
  type ClaimedWorkload,
  claimWorkloads,
} from './buildRow';
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

/** What runs in the clusters, before anything else is known of it. */
interface ReadWorkloads {
  claims: ClaimResolver;
  claimed: ClaimedWorkload[];
  clusters: { name: string; problems: ClusterProblems }[];
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

  /**
   * How what runs for each of some entities is. Asked whenever something changes:
   * it does without what delivery says, and without what only the list shows.
   */
  async getRuntimes(
    entityRefs: string[],
    { credentials }: ReadOptions,
  ): Promise<EntityRuntimes> {
    await this.#options.permissions.requireRead(credentials);
    const { claimed, clusters } = await this.#getWorkloads();
    const held = claimed.map(({ object, claimants }) => ({
      row: {
        ...judgeHealth(object),
        name: object.metadata.name,
        replicas: object.replicas,
      },
      entityRefs: claimants.map(({ entityRef }) => entityRef),
    }));
    const visible = await this.#pickVisible(held, { credentials });
    const readings = clusters.map(({ problems }) => problems.toReading());
    return {
      items: sumRuntimes(visible, entityRefs),
      readAt: readings.map(({ readAt }) => readAt).sort()[0],
      unreadClusters: readings
        // Where some lists are missing, so may be workloads of any entity.
        .filter(({ status }) => status !== 'read')
        .map(({ cluster }) => cluster),
    };
  }

  async #getVisible(options: ReadOptions): Promise<Inventory> {
    await this.#options.permissions.requireRead(options.credentials);
    const inventory = await this.#cache.get('inventory', () =>
      this.#takeInventory(),
    );
    const visible = new Set<unknown>(
      await this.#pickVisible(
        [...inventory.rows, ...inventory.deprecated],
        options,
      ),
    );
    return {
      ...inventory,
      rows: inventory.rows.filter(one => visible.has(one)),
      deprecated: inventory.deprecated.filter(one => visible.has(one)),
    };
  }

  /** What belongs to entities that are hidden from somebody is hidden as well. */
  async #pickVisible<Owned extends { entityRefs: string[] }>(
    owned: Owned[],
    options: ReadOptions,
  ): Promise<Owned[]> {
    const { visible } = this.#options;
    if (await visible.canSeeAll(options)) {
      return owned;
    }
    const refs = new Set(
      await visible.filter(
        owned.flatMap(({ entityRefs }) => entityRefs),
        options,
      ),
    );
    return owned.filter(({ entityRefs }) =>
      entityRefs.every(ref => refs.has(ref)),
    );
  }

  async #takeInventory(): Promise<Inventory> {
    const { config, reader, versions } = this.#options;
    const clusters = await reader.listClusters();
    const [{ claims, claimed, ...workloads }, others] = await Promise.all([
      this.#getWorkloads(),
      Promise.all(clusters.map(({ name }) => this.#readOthers(name))),
    ]);
    const owners = claimed.flatMap(({ claimants }) =>
      claimants.flatMap(({ ownerRef }) => ownerRef ?? []),
    );
    const minors = new Map(others.map(({ name, minor }) => [name, minor]));
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
      deprecated: others.flatMap(({ objects, minor }) =>
        objects.flatMap(
          other => findDeprecated(other, { claims, minor }) ?? [],
        ),
      ),
      clusters: workloads.clusters.map(({ name, problems }) => {
        const all = problems.copy();
        others
          .find(other => other.name === name)
          ?.failures.forEach(failure => all.noteFailure(...failure));
        return all.toReading();
      }),
    };
  }

  async #getWorkloads(): Promise<ReadWorkloads> {
    return this.#cache.get('workloads', async () => {
      const { index, reader } = this.#options;
      const clusters = await reader.listClusters();
      const [claims, readings] = await Promise.all([
        index.getClaims(),
        Promise.all(
          clusters.map(async cluster => {
            const { name } = cluster;
            const problems = new ClusterProblems(cluster);
            const namespaces = this.#namespacesOf(name);
            const options = { namespaces, problems };
            const objects = await readWorkloadObjects(reader, name, options);
            return { name, objects, problems };
          }),
        ),
      ]);
      const objects = readings.flatMap(reading => reading.objects);
      return {
        claims,
        claimed: claimWorkloads(objects, claims),
        clusters: readings,
      };
    });
  }

  async #readOthers(name: string) {
    const { reader } = this.#options;
    const failures: Parameters<ClusterProblems['noteFailure']>[] = [];
    const [objects, minor] = await Promise.all([
      readOtherObjects(reader, name, {
        namespaces: this.#namespacesOf(name),
        problems: { noteFailure: (...failure) => failures.push(failure) },
      }),
      reader.getMinorVersion(name),
    ]);
    return { name, objects, minor, failures };
  }

  /** Undefined stands for all of them at once. */
  #namespacesOf(cluster: string): (string | undefined)[] {
    return this.#options.config.namespaces[cluster] ?? [undefined];
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
