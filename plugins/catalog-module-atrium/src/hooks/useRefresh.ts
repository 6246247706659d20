import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogEntityRefreshPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';

/** Which of these entities the person may have read from their sources anew. */
export function useRefreshableRefs(entityRefs: string[]) {
  const permissionApi = useApi(permissionApiRef);
  return useQuery({
    queryKey: ['catalog', 'refreshable', entityRefs],
    queryFn: async () => {
      const answers = await Promise.all(
        entityRefs.map(resourceRef =>
          permissionApi.authorize({
            permission: catalogEntityRefreshPermission,
            resourceRef,
          }),
        ),
      );
      return entityRefs.filter(
        (_, index) => answers[index].result === AuthorizeResult.ALLOW,
      );
    },
    placeholderData: before => before,
  });
}

/** Has entities read from their sources anew, and says of how many it was asked. */
export function useRefreshEntities() {
  const catalogApi = useApi(catalogApiRef);
  return useMutation({
    mutationFn: async (entityRefs: string[]) => {
      await Promise.all(entityRefs.map(ref => catalogApi.refreshEntity(ref)));
      return entityRefs.length;
    },
  });
}
