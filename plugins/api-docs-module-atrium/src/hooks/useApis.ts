import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { loadApis } from '../browser/loadApis';

/** All APIs of the catalog, and the owners that mean the signed-in person. */
export function useApis() {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['api-docs', 'apis'],
    queryFn: async () => {
      const [apis, { ownershipEntityRefs }] = await Promise.all([
        loadApis(catalogApi),
        identityApi.getBackstageIdentity(),
      ]);
      return { apis, ownerRefs: ownershipEntityRefs };
    },
  });
}
