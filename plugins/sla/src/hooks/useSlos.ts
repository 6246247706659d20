import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { MAX_PAGE_SIZE } from '@atrium/common';
import { useSlaQuery } from './slaHooks';

/** The SLOs of an entity. */
export const useEntitySlos = (entityRef: string) =>
  useSlaQuery(['slos-of-entity', entityRef], api =>
    api.listSlos({ entityRef: [entityRef], limit: MAX_PAGE_SIZE }),
  );

/** The SLOs of the person and their groups. */
export function useTeamSlos() {
  const identityApi = useApi(identityApiRef);
  return useSlaQuery(['slos-of-team'], async api => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return api.listSlos({ ownerRef: userEntityRef, limit: MAX_PAGE_SIZE });
  });
}
