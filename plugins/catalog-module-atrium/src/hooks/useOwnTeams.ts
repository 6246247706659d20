import { useQuery } from '@tanstack/react-query';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntityTitles } from '@atrium/ui';

const NONE: string[] = [];

/** The groups that the person is a member of, by title. */
export function useOwnTeams() {
  const identityApi = useApi(identityApiRef);
  const { data = NONE } = useQuery({
    queryKey: ['catalog', 'own-teams'],
    queryFn: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
    },
    staleTime: 60_000,
  });
  const titles = useEntityTitles(data);
  return data.map(ref => ({ ref, title: titles.get(ref) ?? ref }));
}
