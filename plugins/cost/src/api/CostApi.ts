import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ChangeProblems, Page, Proposal } from '@atrium/common';
import type {
  AcknowledgeAnomaly,
  Allocation,
  AllocationVersion,
  AnomaliesQuery,
  Anomaly,
  BreakdownQuery,
  BudgetDraft,
  Budgets,
  BudgetsQuery,
  CheckCostProposal,
  CostBreakdown,
  CostImport,
  CostImportDetail,
  CostMovers,
  CostProposalDraft,
  CostResource,
  CostRow,
  CostSeries,
  CostSource,
  CostSummary,
  CreateBudgetProposal,
  CreateCostProposal,
  ImportsQuery,
  MoversQuery,
  ResourcesQuery,
  RowsQuery,
  RuleDryRun,
  RuleDryRunResult,
  Savings,
  SeriesQuery,
  SummaryQuery,
  Unallocated,
  UnallocatedQuery,
  UnitCosts,
  UploadQuery,
} from '@atrium/plugin-cost-common';
import type { HttpReadOptions } from '@atrium/ui';

/** What the pages ask the cost backend. */
export interface CostApi {
  getSummary(query: SummaryQuery): Promise<CostSummary>;
  getSeries(query: SeriesQuery): Promise<CostSeries>;
  getBreakdown(query: BreakdownQuery): Promise<CostBreakdown>;
  /** The same as a file. */
  downloadBreakdown(
    query: BreakdownQuery,
    format: 'csv' | 'xlsx',
  ): Promise<Blob>;
  getMovers(query: MoversQuery): Promise<CostMovers>;
  listResources(
    query: ResourcesQuery,
    options?: HttpReadOptions,
  ): Promise<Page<CostResource>>;
  listRows(query: RowsQuery, options?: HttpReadOptions): Promise<Page<CostRow>>;
  getUnitCosts(entityRef: string): Promise<UnitCosts>;
  getSavings(entityRef?: string): Promise<Savings>;
  getBudgets(query: BudgetsQuery): Promise<Budgets>;
  /** What the file of an entity says of its budget. */
  getBudgetDraft(entityRef: string): Promise<BudgetDraft>;
  /** Hands another budget over to the repository of the entity. */
  proposeBudget(proposal: CreateBudgetProposal): Promise<Proposal>;
  listAnomalies(query: AnomaliesQuery): Promise<Page<Anomaly>>;
  acknowledgeAnomaly(id: string, body: AcknowledgeAnomaly): Promise<Anomaly>;
  listImports(query: ImportsQuery): Promise<Page<CostImport>>;
  getImport(id: string): Promise<CostImportDetail>;
  upload(query: UploadQuery, file: Blob): Promise<CostImport>;
  listSources(): Promise<{ items: CostSource[] }>;
  getAllocation(): Promise<Allocation>;
  listAllocationVersions(): Promise<{ items: AllocationVersion[] }>;
  getUnallocated(query: UnallocatedQuery): Promise<Unallocated>;
  /** What other rules would move, without putting them in force. */
  dryRunRules(dryRun: RuleDryRun): Promise<RuleDryRunResult>;
  getProposalDraft(subject: { entityRef?: string }): Promise<CostProposalDraft>;
  checkProposal(proposal: CheckCostProposal): Promise<ChangeProblems>;
  /** Hands the file of the rules over to its repository. */
  propose(proposal: CreateCostProposal): Promise<Proposal>;
}

/** The cost backend, for the pages. */
export const costApiRef = createApiRef<CostApi>().with({
  id: 'plugin.cost.client',
  pluginId: 'cost',
});
