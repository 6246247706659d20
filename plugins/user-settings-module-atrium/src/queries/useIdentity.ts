import { useQuery } from '@tanstack/react-query';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';

/** Who is signed in, and which groups that makes them act for. */
export interface Identity {
  userRef: string;
  groupRefs: string[];
  displayName?: string;
  email?: string;
  picture?: string;
}

export function useIdentity() {
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['user-settings', 'identity'],
    queryFn: async (): Promise<Identity> => {
      const [identity, profile] = await Promise.all([
        identityApi.getBackstageIdentity(),
        identityApi.getProfileInfo(),
      ]);
      return {
        ...profile,
        userRef: identity.userEntityRef,
        groupRefs: identity.ownershipEntityRefs.filter(ref =>
          ref.startsWith('group:'),
        ),
      };
    },
    staleTime: Infinity,
  });
}
