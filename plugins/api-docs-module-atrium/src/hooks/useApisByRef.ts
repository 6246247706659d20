import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { loadApisByRef } from '../browser/loadApis';

/** These APIs, with what their owners, systems and providers are called. */
export function useApisByRef(entityRefs: string[]) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['api-docs', 'apis', entityRefs],
    queryFn: () => loadApisByRef(catalogApi, entityRefs),
  });
}
