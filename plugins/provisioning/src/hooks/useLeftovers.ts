import type { RemoveLeftover } from '@atrium/plugin-provisioning-common';
import {
  useProvisioningMutation,
  useProvisioningQuery,
} from './provisioningHooks';

/** What nobody needs, or nobody knows. */
export const useLeftovers = () =>
  useProvisioningQuery(['leftovers'], api => api.listLeftovers());

/** Removes one at its provider, for good. */
export const useRemoveLeftover = () =>
  useProvisioningMutation((api, input: RemoveLeftover) =>
    api.removeLeftover(input),
  );
