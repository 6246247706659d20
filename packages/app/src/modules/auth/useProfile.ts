import { useQuery } from '@tanstack/react-query';
import type { ProfileInfo } from '@backstage/frontend-plugin-api';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * Who is signed in, as the identity provider says it: no page has to ask the
 * catalog for a name.
 */
export function useProfile(): ProfileInfo {
  const identityApi = useApi(identityApiRef);
  const { data } = useQuery({
    queryKey: ['app', 'profile'],
    queryFn: () => identityApi.getProfileInfo(),
    staleTime: Infinity,
  });
  return data ?? {};
}
