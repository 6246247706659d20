import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ChangeProblems,
  Page,
  Proposal,
  ScopedPage,
} from '@atrium/common';
import type {
  CheckScorecardProposal,
  ChecksCsvQuery,
  ComponentQuery,
  ComponentUser,
  CreateDryRun,
  CreateExemption,
  CreateFix,
  CreateScorecardProposal,
  DryRun,
  EntityResult,
  Exemption,
  ExemptionDebt,
  ExemptionQuery,
  Facts,
  FindingDetail,
  FindingPage,
  FindingQuery,
  FindingScan,
  FindingToolQuery,
  FixDraft,
  HandedOverFix,
  Initiative,
  InitiativeDetails,
  InitiativeInput,
  InitiativeQuery,
  OwnershipConfirmation,
  RemainingCsvQuery,
  Report,
  ReportCsvQuery,
  ReportQuery,
  ResultQuery,
  ScanQuery,
  ScorecardDetails,
  ScorecardHistory,
  ScorecardProposalDraft,
  ScorecardProposalSubject,
  Scorecards,
  SuppressFinding,
} from '@atrium/plugin-scorecard-common';
import type { HttpReadOptions, PageRequest } from '@atrium/ui';

/** What somebody may do with an exemption. */
export type ExemptionAction = 'grant' | 'refuse' | 'revoke' | 'withdraw';

/** A change of an exemption. */
export interface ExemptionDecision {
  id: string;
  action: ExemptionAction;
  note?: string;
}

/** One check of one entity. */
export type FixQuery = Pick<CreateFix, 'entityRef' | 'scorecard' | 'check'>;

/** How one entity stood in one scorecard. */
export interface HistoryQuery {
  entityRef: string;
  scorecard: string;
  weeks: number;
}

/** Which package to look for: its URL or its name. */
export type PackageQuery = Pick<ComponentQuery, 'purl' | 'name' | 'version'>;

interface CsvQueries {
  components: PackageQuery;
  checks: ChecksCsvQuery;
  exemptions: Omit<ExemptionQuery, keyof PageRequest>;
  'exemptions/debt': object;
  facts: object;
  findings: Omit<FindingQuery, keyof PageRequest>;
  'findings/scans': Omit<ScanQuery, keyof PageRequest>;
  initiatives: Omit<InitiativeQuery, keyof PageRequest>;
  'initiatives/remaining': RemainingCsvQuery;
  history: HistoryQuery;
  report: ReportCsvQuery;
  results: Omit<ResultQuery, keyof PageRequest | 'detail'>;
  scorecards: object;
}

/** Lists that there are as CSV. */
export type CsvList = keyof CsvQueries;

/** What of a list is meant. */
export type CsvQuery<L extends CsvList> = CsvQueries[L];

/** What the pages ask the scorecard backend. */
export interface ScorecardApi {
  listScorecards(): Promise<Scorecards>;
  getScorecard(name: string): Promise<ScorecardDetails>;
  listResults(
    query: ResultQuery,
    options?: HttpReadOptions,
  ): Promise<Page<EntityResult>>;
  getReport(query: ReportQuery): Promise<Report>;
  getHistory(query: HistoryQuery): Promise<ScorecardHistory>;
  /** All of a list, for spreadsheets. */
  readCsv<L extends CsvList>(list: L, query: CsvQuery<L>): Promise<Blob>;
  listExemptions(query: ExemptionQuery): Promise<Page<Exemption>>;
  getExemptionDebt(): Promise<ExemptionDebt>;
  createExemption(exemption: CreateExemption): Promise<Exemption>;
  decideExemption(decision: ExemptionDecision): Promise<Exemption>;
  listInitiatives(query: InitiativeQuery): Promise<Page<Initiative>>;
  getInitiative(id: string): Promise<InitiativeDetails>;
  createInitiative(initiative: InitiativeInput): Promise<Initiative>;
  updateInitiative(
    id: string,
    initiative: InitiativeInput,
  ): Promise<Initiative>;
  cancelInitiative(id: string): Promise<unknown>;
  /** The file that would mend a check. */
  getFix(query: FixQuery): Promise<FixDraft>;
  /** Hands that file over to its repository. */
  createFix(fix: CreateFix): Promise<HandedOverFix>;
  /** Says that an entity is still the signed-in person's, or their team's. */
  confirmOwnership(entityRef: string): Promise<OwnershipConfirmation>;
  listFindings(
    query: FindingQuery,
    options?: HttpReadOptions,
  ): Promise<FindingPage>;
  getFinding(id: string): Promise<FindingDetail>;
  /** What each tool last looked at. */
  listFindingScans(query: ScanQuery): Promise<ScopedPage<FindingScan>>;
  /** The tools that looked, whether they found something or not. */
  listFindingTools(query: FindingToolQuery): Promise<ScopedPage<string>>;
  suppressFinding(id: string, input: SuppressFinding): Promise<FindingDetail>;
  endSuppression(id: string): Promise<FindingDetail>;
  /** Who uses a package. */
  listComponents(
    query: PackageQuery & Partial<PageRequest>,
  ): Promise<Page<ComponentUser>>;
  /** All facts that checks may use. */
  getFacts(): Promise<Facts>;
  /** What would come of a scorecard, without publishing it. */
  dryRun(dryRun: CreateDryRun): Promise<DryRun>;
  /** What one needs to write a scorecard, and where it would go. */
  getProposalDraft(
    subject: ScorecardProposalSubject,
  ): Promise<ScorecardProposalDraft>;
  checkProposal(proposal: CheckScorecardProposal): Promise<ChangeProblems>;
  /** Hands a file of scorecards over to its repository. */
  propose(proposal: CreateScorecardProposal): Promise<Proposal>;
}

/** The scorecard backend, for the pages. */
export const scorecardApiRef = createApiRef<ScorecardApi>().with({
  id: 'plugin.scorecard.client',
  pluginId: 'scorecard',
});
