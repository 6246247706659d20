import { useQuery } from '@tanstack/react-query';
import { useReadOwnerRefs } from '@atrium/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** More than this many rows belong on the catalog page, not on the first one. */
const maxRows = 12;

/** The components that are the signed-in person's own. */
export function useOwnedComponents() {
  const readOwnerRefs = useReadOwnerRefs();
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'owned-components'],
    queryFn: async () =>
      catalogApi.queryEntities({
        query: {
          kind: 'component',
          'relations.ownedBy': { $in: await readOwnerRefs() },
        },
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
      }),
  });
}
