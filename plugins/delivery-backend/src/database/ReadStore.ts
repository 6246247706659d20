import type { Period } from '@atrium/common';
import {
  type Deployment,
  findProductionDeployments,
  type OverviewItem,
  type ProductionDeployments,
  type Run,
  type RunTrend,
  type TaskRun,
} from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import {
  changeList,
  deploymentList,
  incidentList,
  runList,
  ticketList,
} from './lists';
import {
  MERGED_CHANGES,
  NEWEST_DEPLOYMENTS,
  NEWEST_RUNS,
  RUN_TRENDS,
} from './newestQueries';
import { type PageRequest, readPage } from './readPage';
import { readRunSummaries, type RunSummary } from './readRunSummaries';
import { type Row, toDeployment, toRun, toTaskRun } from './rows';

/** What a service runs in an environment, and how recent that is. */
export interface EnvironmentState {
  deployment: Deployment;
  /** When the deployed commit reached its branch, in milliseconds. */
  committedAt?: number;
}

/** A merged change, as far as it matters for what is deployed where. */
export interface MergedChange {
  commit?: string;
  branch?: string;
  /** The service it is about, if the emitter says so. */
  service?: string;
  mergedAt: number;
}

interface ReadStoreOptions {
  knex: Knex;
  /** Branches whose runs decide how an entity stands. */
  mainBranches: string[];
}

/** Reads the state that events have left. */
export class ReadStore {
  readonly #knex: Knex;
  readonly #mainBranches: string[];

  constructor(options: ReadStoreOptions) {
    this.#knex = options.knex;
    this.#mainBranches = options.mainBranches;
  }

  async listRuns(request: PageRequest) {
    return readPage(this.#knex, runList, request);
  }

  async listDeployments(request: PageRequest) {
    return readPage(this.#knex, deploymentList, request);
  }

  async listChanges(request: PageRequest) {
    return readPage(this.#knex, changeList, request);
  }

  async listIncidents(request: PageRequest) {
    return readPage(this.#knex, incidentList, request);
  }

  async listTickets(request: PageRequest) {
    return readPage(this.#knex, ticketList, request);
  }

  async getRun(id: string): Promise<Run | undefined> {
    const row = await this.#knex('runs').where({ id }).first();
    return row && toRun(row);
  }

  async listTaskRuns(runId: string): Promise<TaskRun[]> {
    const { rows } = await this.#knex.raw(
      `SELECT * FROM task_runs
       WHERE run_key = (SELECT coalesce(shared_id, id) FROM runs WHERE id = ?)
       ORDER BY at, id`,
      [runId],
    );
    return rows.map(toTaskRun);
  }

  async getRunTrends(
    request: Period & { entityRef: string; pipeline?: string; branch?: string },
  ): Promise<RunTrend[]> {
    const { entityRef, from, to } = request;
    const pipeline = request.pipeline ?? null;
    const branch = request.branch ?? null;
    const { rows } = await this.#knex.raw(RUN_TRENDS, [
      entityRef,
      from,
      to,
      pipeline,
      pipeline,
      branch,
      branch,
    ]);
    const trends = new Map<string, RunTrend>();
    for (const row of rows) {
      const trend: RunTrend = trends.get(row.pipeline) ?? {
        entityRef,
        pipeline: row.pipeline,
        weeks: [],
      };
      trends.set(row.pipeline, trend);
      const [p50, p90] = row.durations ?? [];
      trend.weeks.push({
        weekStart: row.week,
        runs: row.runs,
        failedRuns: row.failed,
        flakyCommits: row.flaky,
        commits: row.commits,
        durationP50Seconds: p50,
        durationP90Seconds: p90,
      });
    }
    return [...trends.values()];
  }

  /** How the pipelines of each entity went on its main branches. */
  async readRunSummaries(
    entityRefs: string[],
    period: Period,
  ): Promise<Map<string, RunSummary>> {
    return readRunSummaries(this.#knex, entityRefs, {
      ...period,
      mainBranches: this.#mainBranches,
    });
  }

  /** The newest runs and deployments of each entity. */
  async readNewest(
    entityRefs: string[],
  ): Promise<
    Map<
      string,
      Pick<OverviewItem, 'runs' | 'lastDeployment'> & ProductionDeployments
    >
  > {
    const [runs, deployments] = await Promise.all([
      this.#knex.raw(NEWEST_RUNS, [entityRefs, this.#mainBranches]),
      this.#knex.raw(NEWEST_DEPLOYMENTS, [entityRefs]),
    ]);
    const runsOf = groupByEntity(runs.rows, toRun);
    const deploymentsOf = groupByEntity(deployments.rows, toDeployment);
    return new Map(
      entityRefs.map(entityRef => {
        const newest: Deployment[] = deploymentsOf.get(entityRef) ?? [];
        return [
          entityRef,
          {
            runs: runsOf.get(entityRef) ?? [],
            lastDeployment: newest.at(0),
            ...findProductionDeployments(newest),
          },
        ];
      }),
    );
  }

  /** The newest deployment of each service of each entity in each environment. */
  async readEnvironments(
    entityRefs: string[],
  ): Promise<Map<string, EnvironmentState[]>> {
    const { rows } = await this.#knex.raw(NEWEST_DEPLOYMENTS, [entityRefs]);
    return groupByEntity(rows, row => ({
      deployment: toDeployment(row),
      committedAt:
        row.committed_at instanceof Date
          ? row.committed_at.getTime()
          : undefined,
    }));
  }

  /** The newest merged changes of each entity, newest first. */
  async readMergedChanges(
    entityRefs: string[],
    limit: number,
  ): Promise<Map<string, MergedChange[]>> {
    const { rows } = await this.#knex.raw(MERGED_CHANGES, [entityRefs, limit]);
    return groupByEntity(rows, row => ({
      commit: typeof row.commit === 'string' ? row.commit : undefined,
      branch: typeof row.branch === 'string' ? row.branch : undefined,
      service: typeof row.service === 'string' ? row.service : undefined,
      mergedAt: (row.merged_at as Date).getTime(),
    }));
  }
}

function groupByEntity<T>(
  rows: Row[],
  toItem: (row: Row) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const entityRef = String(row.entity_ref);
    const group = groups.get(entityRef) ?? [];
    groups.set(entityRef, group);
    group.push(toItem(row));
  }
  return groups;
}
