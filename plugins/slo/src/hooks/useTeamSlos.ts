import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useSloQuery } from './useSloQuery';

/** The most that the backend gives in one answer. */
const MAX_SLOS = 200;

/** The SLOs of the person and their groups, worst first. */
export function useTeamSlos() {
  const identityApi = useApi(identityApiRef);
  return useSloQuery(['team'], async api => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return api.listSlos({ ownerRef: userEntityRef, limit: MAX_SLOS });
  });
}
