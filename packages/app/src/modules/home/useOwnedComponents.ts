import { useQuery } from '@tanstack/react-query';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** More than this many rows belong on the catalog page, not on the first one. */
const maxRows = 12;

/** The components that the signed-in person or one of their groups owns. */
export function useOwnedComponents() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'owned-components'],
    queryFn: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return catalogApi.queryEntities({
        filter: { kind: 'component', 'relations.ownedBy': ownershipEntityRefs },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.description',
          'spec.type',
          'spec.lifecycle',
          'spec.system',
        ],
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: maxRows,
      });
    },
  });
}
