import type { Page, Period } from '@atrium/common';
import type {
  Change,
  Deployment,
  Incident,
  OverviewItem,
  Run,
  RunTrend,
  TaskRun,
  Ticket,
} from '@atrium/plugin-delivery-common';
import type { PageRequest } from './readPage';

/** How an entity stands, for sorting. */
export interface EntityStanding {
  entityRef: string;
  openIncidents: number;
  failedPipelines: number;
  runningPipelines: number;
  pipelines: number;
}

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
  mergedAt: number;
}

/** Reads the state that events have left. */
export interface ReadStore {
  listRuns(request: PageRequest): Promise<Page<Run>>;
  listDeployments(request: PageRequest): Promise<Page<Deployment>>;
  listChanges(request: PageRequest): Promise<Page<Change>>;
  listIncidents(request: PageRequest): Promise<Page<Incident>>;
  listTickets(request: PageRequest): Promise<Page<Ticket>>;

  getRun(id: string): Promise<Run | undefined>;
  listTaskRuns(runId: string): Promise<TaskRun[]>;
  getRunTrends(
    request: Period & {
      entityRef: string;
      pipeline?: string;
      branch?: string;
    },
  ): Promise<RunTrend[]>;

  /** Every entity that was asked about, in any order. */
  readStandings(entityRefs: string[]): Promise<EntityStanding[]>;
  /** The newest runs and deployments of each entity. */
  readNewest(
    entityRefs: string[],
  ): Promise<
    Map<
      string,
      Pick<OverviewItem, 'runs' | 'lastDeployment' | 'lastProductionDeployment'>
    >
  >;

  /** The newest deployment of each entity in each environment. */
  readEnvironments(
    entityRefs: string[],
  ): Promise<Map<string, EnvironmentState[]>>;
  /** The newest merged changes of each entity, newest first. */
  readMergedChanges(
    entityRefs: string[],
    limit: number,
  ): Promise<Map<string, MergedChange[]>>;
}
