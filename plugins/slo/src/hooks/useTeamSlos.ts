import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { MAX_PAGE_SIZE } from '@atrium/common';
import { useSloQuery } from './sloHooks';

/** The SLOs of the person and their groups, worst first. */
export function useTeamSlos() {
  const identityApi = useApi(identityApiRef);
  return useSloQuery(['team'], async api => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return api.listSlos({ ownerRef: userEntityRef, limit: MAX_PAGE_SIZE });
  });
}
