import type { Page } from '@atrium/common';
import type {
  Problem,
  ProblemQuery,
} from '@atrium/plugin-catalog-health-common';
import type { HttpReadOptions } from '@atrium/ui';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What is wrong with files of the catalog, as far as the person may see it. */
export interface CatalogHealthApi {
  listProblems(
    query: Partial<ProblemQuery>,
    options?: HttpReadOptions,
  ): Promise<Page<Problem>>;
}

export const catalogHealthApiRef = createApiRef<CatalogHealthApi>().with({
  id: 'plugin.catalog-health.problems',
  pluginId: 'catalog-health',
});
