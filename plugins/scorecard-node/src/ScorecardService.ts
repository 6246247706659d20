import type { Page } from '@atrium/common';
import type {
  EntityResult,
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
}
