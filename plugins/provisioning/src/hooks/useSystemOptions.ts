import { useQuery } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { readEntityTitles } from '@atrium/ui';

/** The systems of the catalog, to choose one of. */
export function useSystemOptions() {
  const catalogApi = useApi(catalogApiRef);
  const { data = [] } = useQuery({
    queryKey: ['catalog', 'systems'],
    queryFn: async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: 'System' },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      const titles = await readEntityTitles(
        catalogApi,
        items.map(stringifyEntityRef),
      );
      return [...titles]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en'));
    },
  });
  return data;
}
