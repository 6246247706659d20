import { useQuery } from '@tanstack/react-query';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** What people call teams; their names until it is known. */
export function useOwnerTitles(ownerRefs: string[]): Map<string, string> {
  const catalogApi = useApi(catalogApiRef);
  const { data } = useQuery({
    queryKey: ['catalog-health-owner-titles', ownerRefs],
    queryFn: () =>
      catalogApi.getEntitiesByRefs({
        entityRefs: ownerRefs,
        fields: ['metadata.title', 'spec.profile'],
      }),
  });
  return new Map(
    ownerRefs.map((ref, index) => [
      ref,
      readTitle(data?.items[index]) ?? parseEntityRef(ref).name,
    ]),
  );
}

function readTitle(entity: Entity | undefined): string | undefined {
  const profile = entity?.spec?.profile;
  return profile instanceof Object && 'displayName' in profile
    ? String(profile.displayName)
    : entity?.metadata.title;
}
