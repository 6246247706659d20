import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { useDefinitions } from './useDefinitions';

/** What its definition says of the plan of a resource, if it is still there. */
export function usePlan({
  definition,
  plan,
}: Pick<ProvisionedResource, 'definition' | 'plan'>) {
  return useDefinitions()
    .data?.definitions.find(({ name }) => name === definition)
    ?.plans.find(({ name }) => name === plan);
}
