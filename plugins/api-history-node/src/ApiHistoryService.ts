import type { ApiSummary } from '@atrium/plugin-api-history-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf api-history is asked. */
export interface ApiHistoryServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask api-history. */
export interface ApiHistoryService {
  /**
   * Sums up those of some APIs that it keeps versions of. Takes credentials of a
   * plugin only.
   */
  getSummaries(
    entityRefs: string[],
    options: ApiHistoryServiceOptions,
  ): Promise<ApiSummary[]>;
}
