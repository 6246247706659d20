import { useQuery } from '@tanstack/react-query';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The groups of the signed-in person, as entity refs; may be none. */
export function useOwnGroups() {
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['own-groups'],
    queryFn: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
    },
  });
}
