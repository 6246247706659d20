import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useDeliveryQuery } from './deliveryHooks';

/** How the services of the person and their groups stand, worst first. */
export function useOwnOverview(limit: number) {
  const identityApi = useApi(identityApiRef);
  return useDeliveryQuery(['own-overview', limit], async api => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return api.getOverview({ ownerRef: userEntityRef, limit });
  });
}
