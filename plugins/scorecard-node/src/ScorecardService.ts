import type { Page } from '@atrium/common';
import type {
  EntityFindings,
  EntityResult,
  Exemption,
  ExemptionQuery,
  Initiative,
  InitiativeQuery,
  ResultQuery,
  Scorecards,
} from '@atrium/plugin-scorecard-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf scorecard is asked: a user sees what the catalog shows them. */
export interface ScorecardServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask scorecard. */
export interface ScorecardService {
  getScorecards(options: ScorecardServiceOptions): Promise<Scorecards>;
  getResults(
    query: ResultQuery,
    options: ScorecardServiceOptions,
  ): Promise<Page<EntityResult>>;
  getInitiatives(
    query: InitiativeQuery,
    options: ScorecardServiceOptions,
  ): Promise<Page<Initiative>>;
  getExemptions(
    query: ExemptionQuery,
    options: ScorecardServiceOptions,
  ): Promise<Page<Exemption>>;
  /**
   * How many security findings are open in each of any number of entities; those
   * that no tool ever reported about are left out.
   */
  getFindingSummaries(
    entityRefs: string[],
    options: ScorecardServiceOptions,
  ): Promise<EntityFindings[]>;
}
