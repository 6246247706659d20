import { usePermission } from '@backstage/plugin-permission-react';
import { costTotalReadPermission } from '@atrium/plugin-cost-common';

/** Whether the person may read what everything costs. */
export function useCostRight(): boolean {
  return usePermission({ permission: costTotalReadPermission }).allowed;
}
