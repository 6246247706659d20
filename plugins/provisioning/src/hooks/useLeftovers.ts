import { useProvisioningQuery } from './provisioningHooks';

/** What nobody needs, or nobody knows. */
export const useLeftovers = () =>
  useProvisioningQuery(['leftovers'], api => api.listLeftovers());
