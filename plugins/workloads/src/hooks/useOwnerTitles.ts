import { useQuery } from '@tanstack/react-query';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

const FIELDS = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

/** What people call the owners with these refs; their names until it is known. */
export function useOwnerTitles(entityRefs: string[]): Map<string, string> {
  const catalogApi = useApi(catalogApiRef);
  const { data } = useQuery({
    queryKey: ['owner-titles', entityRefs],
    enabled: entityRefs.length > 0,
    queryFn: async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      return items.map(entity => {
        const profile = entity?.spec?.profile;
        return profile instanceof Object && 'displayName' in profile
          ? String(profile.displayName)
          : entity?.metadata.title;
      });
    },
  });
  return new Map(
    entityRefs.map((ref, index) => [
      ref,
      data?.[index] ?? parseEntityRef(ref).name,
    ]),
  );
}
