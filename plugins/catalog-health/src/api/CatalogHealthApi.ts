import type { Page } from '@atrium/common';
import type { Problem } from '@atrium/plugin-catalog-health-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** Which problems are asked for. */
export interface ListProblemsQuery {
  /** Those of an entity and its file. */
  entityRef?: string;
  cursor?: string;
}

/** What is wrong with files of the catalog, as far as the person may see it. */
export interface CatalogHealthApi {
  listProblems(query: ListProblemsQuery): Promise<Page<Problem>>;
}

export const catalogHealthApiRef = createApiRef<CatalogHealthApi>().with({
  id: 'plugin.catalog-health.problems',
  pluginId: 'catalog-health',
});
