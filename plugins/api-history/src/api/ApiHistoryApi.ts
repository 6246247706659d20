import type { Page } from '@atrium/common';
import type {
  ApiDiff,
  ApiLineDiff,
  ApiVersion,
  BreakingVersion,
  DiffQuery,
  ListBreakingQuery,
  ListVersionsQuery,
} from '@atrium/plugin-api-history-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What the backend knows about the versions of APIs. */
export interface ApiHistoryApi {
  /** The versions of an API, newest first. */
  listVersions(query: ListVersionsQuery): Promise<Page<ApiVersion>>;
  /** What changed in meaning between two versions. */
  getDiff(query: DiffQuery): Promise<ApiDiff>;
  /** What changed in the text between two versions. */
  getLineDiff(query: DiffQuery): Promise<ApiLineDiff>;
  /** Versions that broke something, newest first. */
  listBreaking(query: ListBreakingQuery): Promise<Page<BreakingVersion>>;
}

/** The {@link ApiHistoryApi} of the app. */
export const apiHistoryApiRef = createApiRef<ApiHistoryApi>().with({
  id: 'plugin.api-history.client',
  pluginId: 'api-history',
});
