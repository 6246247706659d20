import { useRouteRef } from '@backstage/frontend-plugin-api';
import { workloadsPageRouteRef } from '../routes';
import type { WorkloadFilters } from './useWorkloadFilters';

/** Gives the address of the page with only these filters set. */
export function useWorkloadsHref() {
  const path = useRouteRef(workloadsPageRouteRef);
  return (filters: WorkloadFilters) =>
    `${path?.() ?? ''}?${new URLSearchParams({ ...filters })}`;
}
