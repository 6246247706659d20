import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { isLeaseEnding } from '../words/leaseWords';
import { useProvisioningQuery } from './provisioningHooks';

/** What the first page has room for. */
const MAX_ENDING = 5;

/** Resources of the person's teams whose lease ends soon, the first one first. */
export function useEndingLeases() {
  const identityApi = useApi(identityApiRef);
  return useProvisioningQuery(['ending-leases'], async api => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    const { items } = await api.listResources({
      owner: userEntityRef,
      state: ['ready', 'expiring'],
      sort: 'leaseEndsAt',
      limit: MAX_ENDING,
    });
    const now = new Date();
    return items.filter(
      ({ lease }) => lease && isLeaseEnding(lease.endsAt, now),
    );
  });
}
