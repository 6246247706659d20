import { createApiRef } from '@backstage/frontend-plugin-api';
import type { Page, Proposal } from '@atrium/common';
import type {
  AlertQuery,
  CheckSloProposal,
  CreateExclusion,
  CreateGateOverride,
  CreateSloProposal,
  EntityDefinitions,
  ExclusionQuery,
  GateAnswer,
  HeatMapQuery,
  HeatMapSlo,
  PrometheusRules,
  SeriesQuery,
  SloAlert,
  SloDetails,
  SloExclusion,
  SloListQuery,
  SloProposalCheck,
  SloProposalDraft,
  SloSeries,
  SloSummary,
} from '@atrium/plugin-slo-common';
import type { HttpReadOptions } from '@atrium/ui';

/** What the pages ask the slo backend. */
export interface SloApi {
  /** Worst first. */
  listSlos(
    query: SloListQuery,
    options?: HttpReadOptions,
  ): Promise<Page<SloSummary>>;
  getSlo(id: string): Promise<SloDetails>;
  getSeries(id: string, query: SeriesQuery): Promise<SloSeries>;
  getHeatMap(query: HeatMapQuery): Promise<Page<HeatMapSlo>>;
  /** What the files of an entity say, and what is wrong with them. */
  getDefinitions(entityRef: string): Promise<EntityDefinitions>;
  /** Newest first. */
  listAlerts(query: AlertQuery): Promise<Page<SloAlert>>;
  listExclusions(query: ExclusionQuery): Promise<Page<SloExclusion>>;
  createExclusion(exclusion: CreateExclusion): Promise<SloExclusion>;
  deleteExclusion(id: string): Promise<SloExclusion>;
  /** Whether there is error budget for changes. */
  getGate(entityRef: string): Promise<GateAnswer>;
  /** Lets changes through in spite of a spent budget. */
  overrideGate(
    entityRef: string,
    override: CreateGateOverride,
  ): Promise<GateAnswer>;
  /** The files of an entity as they are in its repository now. */
  getProposalDraft(entityRef: string): Promise<SloProposalDraft>;
  /** What is wrong with a file, its queries included. */
  checkSlo(proposal: CheckSloProposal): Promise<SloProposalCheck>;
  /** Hands a file over to its repository. */
  proposeSlo(proposal: CreateSloProposal): Promise<Proposal>;
  /** The SLO as OpenSLO, in YAML. */
  exportOpenSlo(id: string): Promise<string>;
  exportPrometheusRules(id: string): Promise<PrometheusRules>;
}

/** The slo backend, for the pages. */
export const sloApiRef = createApiRef<SloApi>().with({
  id: 'plugin.slo.client',
  pluginId: 'slo',
});
