import { useQuery } from '@tanstack/react-query';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { readEntityTitles, useReadOwnerRefs } from '@atrium/ui';

/** What the signed-in person may ask for: their components, and their teams. */
export function useRequestTargets() {
  const catalogApi = useApi(catalogApiRef);
  const readOwnerRefs = useReadOwnerRefs();
  return useQuery({
    queryKey: ['catalog', 'request-targets'],
    queryFn: async () => {
      const ownerRefs = await readOwnerRefs();
      const { items } = await catalogApi.getEntities({
        filter: { kind: 'Component', 'relations.ownedBy': ownerRefs },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      const titles = await readEntityTitles(catalogApi, [
        ...items.map(stringifyEntityRef),
        ...ownerRefs,
      ]);
      const options = [...titles]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en'));
      const ofKind = (kind: string) =>
        options.filter(({ value }) => parseEntityRef(value).kind === kind);
      return { components: ofKind('component'), teams: ofKind('group') };
    },
  });
}
