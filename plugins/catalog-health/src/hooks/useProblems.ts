import { createPluginHooks, readAllPages } from '@atrium/ui';
import { catalogHealthApiRef } from '../api/CatalogHealthApi';

const { usePluginQuery } = createPluginHooks({
  pluginId: 'catalog-health',
  apiRef: catalogHealthApiRef,
  // A push shows within a minute, and so does its correction.
  refreshMs: 15_000,
});

/** More than this is a platform that has to be mended, not a list to read. */
const MAX_PROBLEMS = 2_000;

/** Everything that is wrong, as far as the person may see it. */
export const useProblems = () =>
  usePluginQuery(['problems'], (api, context) =>
    readAllPages(page => api.listProblems(page, context), MAX_PROBLEMS),
  );

/** What is wrong with an entity and its file. */
export const useEntityProblems = (entityRef: string) =>
  usePluginQuery(['problems', entityRef], api =>
    api.listProblems({ entityRef }),
  );
