import type { Page } from '@atrium/common';
import type {
  AlertQuery,
  DailyCountQuery,
  DailyCounts,
  EntitySloStatus,
  GateAnswer,
  PushCount,
  PushCountsAnswer,
  SeriesQuery,
  SloAlert,
  SloDetails,
  SloListQuery,
  SloSeries,
  SloSummary,
} from '@atrium/plugin-slo-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf slo is asked: a user sees what the catalog shows them. */
export interface SloServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask slo. */
export interface SloService {
  getSlos(
    query: SloListQuery,
    options: SloServiceOptions,
  ): Promise<Page<SloSummary>>;
  getSlo(id: string, options: SloServiceOptions): Promise<SloDetails>;
  getSeries(
    id: string,
    query: SeriesQuery,
    options: SloServiceOptions,
  ): Promise<SloSeries>;
  /** How the SLOs of up to 100 entities stand, in the order asked. */
  getStatuses(
    entityRefs: string[],
    options: SloServiceOptions,
  ): Promise<EntitySloStatus[]>;
  /** Whether an entity has error budget left for changes. */
  getGate(entityRef: string, options: SloServiceOptions): Promise<GateAnswer>;
  getAlerts(
    query: AlertQuery,
    options: SloServiceOptions,
  ): Promise<Page<SloAlert>>;
  /** What up to 200 objectives counted by day, in the order asked. */
  getDailyCounts(
    queries: DailyCountQuery[],
    options: SloServiceOptions,
  ): Promise<DailyCounts[]>;
  /** Stores up to 10,000 counts; takes credentials of a plugin only. */
  pushCounts(
    counts: PushCount[],
    options: SloServiceOptions,
  ): Promise<PushCountsAnswer>;
}
