import { words } from '../../deliveryWords';
import type { ScopeOptions } from '@atrium/backend-common';
import { type Page, type Period, toSkippedRefs } from '@atrium/common';
import {
  compareEnvironments as inPromotionOrder,
  type CurrentDeployments,
  type EnvironmentMatrix,
  type EnvironmentTier,
  isFailedOutcome,
  type OverviewItem,
  type Run,
  type RunDetails,
  type RunTrend,
  type ServiceSelection,
  type Timeline,
} from '@atrium/plugin-delivery-common';
import type { DeliveryRunController } from '@atrium/plugin-delivery-node';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import type { ComponentStore } from '../../database/ComponentStore';
import type { PageRequest } from '../../database/readPage';
import type { MergedChange, ReadStore } from '../../database/ReadStore';
import type { ComponentScope } from '../catalog/ComponentScope';
import type { EntityResolver } from '../catalog/EntityResolver';
import { buildTimeline } from './buildTimeline';
import { compareEnvironments, needsOlderChanges } from './compareEnvironments';
import { deploymentCsv, runCsv } from './csvColumns';

interface DeliveryReadsOptions {
  store: ReadStore;
  components: Pick<ComponentStore, 'listStandings'>;
  scope: Pick<ComponentScope, 'getComponents' | 'filterComponents' | 'select'>;
  runControllers: DeliveryRunController[];
  resolver: Pick<EntityResolver, 'getIndex'>;
}

type ListName =
  | 'listRuns'
  | 'listDeployments'
  | 'listChanges'
  | 'listIncidents'
  | 'listTickets';

/** A list query: whose, which part, and the filters that the list knows. */
type ListQuery = Omit<PageRequest, 'components'> & { entityRef: string };

/** Which services, and when. */
type ServicePeriod = Period & ServiceSelection;

/** Environments are seldom further apart, and every change costs a row. */
const CHANGES_LOOKED_AT_FIRST = 50;
const CHANGES_LOOKED_AT = 500;
const MAX_MATRIX_ROWS = 500;
/** More marks than this say nothing in one picture. */
const MAX_TIMELINE_ROWS = 2_000;
/** What has been open for longer is not looked for. */
const LONGEST_INCIDENT_MS = 90 * 24 * 3_600_000;
const EXPORT_PAGE_SIZE = 1_000;

/** Answers what one may see of what follows from events. */
export class DeliveryReads {
  readonly #options: DeliveryReadsOptions;

  constructor(options: DeliveryReadsOptions) {
    this.#options = options;
  }

  /** A page of runs, deployments, changes, incidents or tickets. */
  async list<Name extends ListName>(
    name: Name,
    query: ListQuery,
    options: ScopeOptions,
  ): Promise<Awaited<ReturnType<ReadStore[Name]>>> {
    const { store, scope } = this.#options;
    const { entityRef, ...request } = query;
    const components = await scope.getComponents(entityRef, options);
    const page = await store[name]({ ...request, components });
    return page as Awaited<ReturnType<ReadStore[Name]>>;
  }

  /** One run with its steps. */
  async getRun(id: string, options: ScopeOptions): Promise<RunDetails> {
    const run = await this.findRun(id, options);
    return {
      ...run,
      tasks: await this.#options.store.listTaskRuns(id),
      canRerun:
        this.findController(run) !== undefined && (await this.isProven(run)),
    };
  }

  /**
   * One run.
   *
   * @throws NotFoundError when there is none that one may see. One that belongs
   * to nobody yet is seen by nobody.
   */
  async findRun(id: string, options: ScopeOptions): Promise<Run> {
    const { store, scope } = this.#options;
    const run = await store.getRun(id);
    const components = run?.entityRef
      ? await scope.getComponents(run.entityRef, options).catch(hideMissing)
      : [];
    if (!run || components.length === 0) {
      throw words.error(
        NotFoundError,
        words.describe('delivery.refusal.runNotFound', { run: id }),
      );
    }
    return run;
  }

  /** Who can start a run again on its host. */
  findController(run: Run): DeliveryRunController | undefined {
    return run.status === 'finished'
      ? this.#options.runControllers.find(one => one.canRerun(run))
      : undefined;
  }

  /**
   * Whether a run is of a repository that is shown to be the component's. An event
   * may name any component; that gives its owners no rights at the host.
   */
  async isProven({ entityRef, repository }: Run): Promise<boolean> {
    const index = await this.#options.resolver.getIndex();
    return Boolean(
      entityRef && repository && index.isProven(entityRef, repository),
    );
  }

  /** How the pipelines of a component have been doing, week by week. */
  async getRunTrends(
    query: Period & { entityRef: string; pipeline?: string; branch?: string },
    options: ScopeOptions,
  ): Promise<{ items: RunTrend[] }> {
    const { store, scope } = this.#options;
    const [entityRef, ...others] = await scope.getComponents(
      query.entityRef,
      options,
    );
    if (others.length > 0 || !query.entityRef.startsWith('component:')) {
      throw new InputError("'entityRef' must be a component");
    }
    return { items: await store.getRunTrends({ ...query, entityRef }) };
  }

  /** What each component runs where, service by service. */
  async getEnvironments(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<EnvironmentMatrix> {
    const { store, scope } = this.#options;
    const components = await scope.getComponents(entityRef, options);
    const entityRefs = components.slice(0, MAX_MATRIX_ROWS);
    const [states, newest] = await Promise.all([
      store.readEnvironments(entityRefs),
      store.readMergedChanges(entityRefs, CHANGES_LOOKED_AT_FIRST),
    ]);
    const farApart = [...newest].filter(
      ([ref, changes]) =>
        changes.length === CHANGES_LOOKED_AT_FIRST &&
        needsOlderChanges(states.get(ref) ?? [], changes),
    );
    const changes = new Map([
      ...newest,
      ...(await this.#readOlderChanges(farApart.map(([ref]) => ref))),
    ]);
    const tiers = new Map<string, EnvironmentTier>();
    for (const { deployment } of [...states.values()].flat()) {
      tiers.set(deployment.environment, deployment.tier);
    }
    return {
      environments: [...tiers]
        .map(([name, tier]) => ({ name, tier }))
        .sort(inPromotionOrder),
      items: entityRefs
        .filter(ref => states.has(ref))
        .map(ref => ({
          entityRef: ref,
          cells: compareEnvironments(
            states.get(ref) ?? [],
            changes.get(ref) ?? [],
          ),
        })),
    };
  }

  async #readOlderChanges(
    entityRefs: string[],
  ): Promise<Map<string, MergedChange[]>> {
    return entityRefs.length > 0
      ? this.#options.store.readMergedChanges(entityRefs, CHANGES_LOOKED_AT)
      : new Map();
  }

  /** What runs where, of the components that one may see. */
  async getCurrentDeployments(
    componentRefs: string[],
    options: ScopeOptions,
  ): Promise<CurrentDeployments> {
    const { store, scope } = this.#options;
    const visible = await scope.filterComponents(componentRefs, options);
    const states = await store.readEnvironments(visible);
    return {
      items: [...states.values()]
        .flat()
        .map(({ deployment }) => deployment)
        .filter(({ kind }) => kind !== 'removed'),
      skipped: toSkippedRefs(
        [...new Set(componentRefs)].filter(ref => !visible.includes(ref)),
      ),
    };
  }

  /** What happened in production, of an owner's services or all visible ones. */
  async getTimeline(
    { from, to, ...selection }: ServicePeriod,
    options: ScopeOptions,
  ): Promise<Timeline> {
    const { store, scope } = this.#options;
    const components = await scope.select(selection, options);
    const period = { from, to };
    const request = {
      components,
      to: period.to,
      limit: MAX_TIMELINE_ROWS,
      filters: { tier: 'production' },
    };
    const [deployments, incidents] = await Promise.all([
      store.listDeployments({ ...request, from: period.from }),
      store.listIncidents({
        ...request,
        from: new Date(
          Date.parse(period.from) - LONGEST_INCIDENT_MS,
        ).toISOString(),
      }),
    ]);
    return {
      ...period,
      items: buildTimeline({
        deployments: deployments.items,
        incidents: incidents.items,
        period,
      }),
      isTruncated: Boolean(deployments.nextCursor ?? incidents.nextCursor),
    };
  }

  /** The columns and pages of the pipeline runs of a period, newest first. */
  async exportRuns(query: ServicePeriod, options: ScopeOptions) {
    const request = await this.#toExportRequest(query, options);
    return {
      columns: runCsv,
      readPage: (cursor: string | undefined) =>
        this.#options.store.listRuns({ ...request, cursor }),
    };
  }

  /** The columns and pages of the deployments of a period, newest first. */
  async exportDeployments(query: ServicePeriod, options: ScopeOptions) {
    const request = await this.#toExportRequest(query, options);
    return {
      columns: deploymentCsv,
      readPage: (cursor: string | undefined) =>
        this.#options.store.listDeployments({ ...request, cursor }),
    };
  }

  async #toExportRequest(
    { from, to, ...selection }: ServicePeriod,
    options: ScopeOptions,
  ): Promise<PageRequest> {
    const components = await this.#options.scope.select(selection, options);
    return { components, from, to, limit: EXPORT_PAGE_SIZE };
  }

  /** All services of an owner, or all that one may see, worst first. */
  async getOverview(
    query: ServiceSelection & { limit: number; cursor?: string },
    options: ScopeOptions,
  ): Promise<Page<OverviewItem>> {
    const { store, components, scope } = this.#options;
    const { limit, cursor } = query;
    const page = await components.listStandings({
      components: await scope.select(query, options),
      limit,
      cursor,
    });
    const newest = await store.readNewest(
      page.items.map(({ entityRef }) => entityRef),
    );
    return {
      ...page,
      items: page.items.map(standing => {
        const { runs = [], ...deployments } =
          newest.get(standing.entityRef) ?? {};
        return { ...standing, runs: failedFirst(runs), ...deployments };
      }),
    };
  }
}

/** The error would name an entity that one may not see. */
function hideMissing(error: unknown): string[] {
  if (isError(error) && error.name === 'NotFoundError') {
    return [];
  }
  throw error;
}

function failedFirst(runs: Run[]): Run[] {
  const isFailed = ({ outcome }: Run) => isFailedOutcome(outcome);
  return [...runs].sort((a, b) => Number(isFailed(b)) - Number(isFailed(a)));
}
