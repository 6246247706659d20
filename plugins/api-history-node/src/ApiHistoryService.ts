import type { Page } from '@atrium/common';
import type {
  ApiSummary,
  ApiVersion,
  BreakingVersion,
  ListBreakingQuery,
  ListVersionsQuery,
} from '@atrium/plugin-api-history-common';
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
  /** The versions of an API, newest first. Takes credentials of a user only. */
  getVersions(
    query: ListVersionsQuery,
    options: ApiHistoryServiceOptions,
  ): Promise<Page<ApiVersion>>;
  /**
   * Versions that broke something, newest first. Takes credentials of a user
   * only.
   */
  getBreaking(
    query: ListBreakingQuery,
    options: ApiHistoryServiceOptions,
  ): Promise<Page<BreakingVersion>>;
}
