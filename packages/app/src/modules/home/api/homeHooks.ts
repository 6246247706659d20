import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { createPluginHooks, readAllPages } from '@atrium/ui';
import { entitySummaryApiRef } from '@atrium/plugin-catalog-module-atrium';

const { usePluginQuery: useHomeQuery } = createPluginHooks({
  pluginId: 'entity-summary',
  apiRef: entitySummaryApiRef,
  refreshMs: 60_000,
});

/** What waits for the signed-in person. */
export const useAttention = () =>
  useHomeQuery(['attention'], (api, context) => api.getAttention(context));

/** More than this many are not counted in the browser; the catalog has them all. */
const MAX_SERVICES = 600;

/** The components that are the signed-in person's own, worst first. */
export function useMyServices() {
  const me = useMyRef().data;
  return useHomeQuery(
    ['my-services', me],
    (api, context) =>
      readAllPages(
        page =>
          api.listEntities(
            { ...page, ownerRef: me, kind: 'component', sort: 'health' },
            context,
          ),
        MAX_SERVICES,
      ),
    { enabled: me !== undefined },
  );
}

/** What is known at a glance of these entities, by their refs. */
export const useEntityRows = (entityRefs: string[]) =>
  useHomeQuery(
    ['rows', entityRefs],
    async (api, context) => {
      const { items } = await api.listEntities(
        { entityRef: entityRefs, limit: entityRefs.length },
        context,
      );
      return new Map(items.map(row => [row.entityRef, row]));
    },
    { enabled: entityRefs.length > 0 },
  );

/** The ref of the signed-in person. */
export function useMyRef() {
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['app', 'my-ref'],
    queryFn: async () =>
      (await identityApi.getBackstageIdentity()).userEntityRef,
    staleTime: Infinity,
  });
}
