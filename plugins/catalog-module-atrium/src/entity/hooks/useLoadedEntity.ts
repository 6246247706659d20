import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** An entity of the catalog; null where there is none, or none to see. */
export function useLoadedEntity(entityRef: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['catalog', 'entity', entityRef],
    queryFn: async () => (await catalogApi.getEntityByRef(entityRef)) ?? null,
  });
}
