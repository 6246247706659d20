import { useQuery } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** The comparison of metrics takes no more at once. */
const MAX_TEAMS = 100;

/** A group that owns things. */
export interface Team {
  entityRef: string;
  title: string;
}

/** The teams of the organisation by title. */
export function useTeams() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['teams'],
    queryFn: async (): Promise<Team[]> => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'group', 'relations.ownerOf': [] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
          'spec.type',
        ],
        limit: MAX_TEAMS,
      });
      return items
        .map(entity => ({
          entityRef: stringifyEntityRef(entity),
          title: titleOf(entity),
        }))
        .sort((a, b) => a.title.localeCompare(b.title, 'en'));
    },
  });
}

function titleOf(entity: {
  metadata: { name: string; title?: string };
  spec?: object;
}): string {
  const spec = entity.spec as
    | { profile?: { displayName?: string } }
    | undefined;
  return (
    spec?.profile?.displayName ?? entity.metadata.title ?? entity.metadata.name
  );
}
