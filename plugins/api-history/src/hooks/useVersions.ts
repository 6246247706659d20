import {
  useApiHistoryPages,
  useApiHistoryQuery,
  useApiHistorySignals,
} from './apiHistoryHooks';

/** The versions of an API, newest first, page by page and live. */
export function useVersions(entityRef: string) {
  useApiHistorySignals(entityRef);
  return useApiHistoryPages([entityRef, 'versions'], (api, cursor) =>
    api.listVersions({ entityRef, limit: 50, cursor }),
  );
}

/** The newest version of an API, or null before there is one; live. */
export function useNewestVersion(entityRef: string) {
  useApiHistorySignals(entityRef);
  return useApiHistoryQuery([entityRef, 'newest-version'], async api => {
    const { items } = await api.listVersions({ entityRef, limit: 1 });
    return items.at(0) ?? null;
  });
}
