import type { UnallocatedQuery } from '@atrium/plugin-cost-common';
import { costAllocationProposePermission } from '@atrium/plugin-cost-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useCostQuery } from './costHooks';

/** The rules in force, and what each does. */
export const useAllocation = () =>
  useCostQuery(['allocation'], api => api.getAllocation());

/** The versions of the rules, newest first. */
export const useAllocationVersions = () =>
  useCostQuery(['allocation-versions'], api => api.listAllocationVersions());

/** What no rule allocates, largest first. */
export const useUnallocated = (query: UnallocatedQuery) =>
  useCostQuery(['unallocated', query], api => api.getUnallocated(query));

/** Whether the signed-in person may write the rules that an entity names. */
export function useProposalRight(resourceRef: string | undefined) {
  const { allowed, loading } = usePermission({
    permission: costAllocationProposePermission,
    resourceRef,
  });
  return {
    isAllowed: resourceRef !== undefined && allowed,
    isPending: loading,
  };
}
