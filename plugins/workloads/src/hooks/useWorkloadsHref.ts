import { useRouteRef } from '@backstage/frontend-plugin-api';
import { workloadsPageRouteRef } from '../routes';
import type { WorkloadFilters } from './useWorkloadFilters';

/** Gives the address of the page, or of a view of it, with these filters only. */
export function useWorkloadsHref() {
  const path = useRouteRef(workloadsPageRouteRef);
  return (params: WorkloadFilters & { view?: string }) =>
    `${path?.() ?? ''}?${new URLSearchParams({ ...params })}`;
}
