import { useReadOwnerRefs } from '@atrium/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { loadApis } from '../browser/loadApis';

/** All APIs of the catalog, and the owners that mean the signed-in person. */
export function useApis() {
  const catalogApi = useApi(catalogApiRef);
  const readOwnerRefs = useReadOwnerRefs();
  return useQuery({
    queryKey: ['api-docs', 'apis'],
    queryFn: async () => {
      const [apis, ownerRefs] = await Promise.all([
        loadApis(catalogApi),
        readOwnerRefs(),
      ]);
      return { apis, ownerRefs };
    },
  });
}
