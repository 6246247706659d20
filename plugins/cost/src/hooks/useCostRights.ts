import { parseEntityRef } from '@backstage/catalog-model';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  costAnomalyAcknowledgePermission,
  costBillReadPermission,
  costBudgetProposePermission,
  costImportCreatePermission,
  costRowReadPermission,
  costTotalReadPermission,
} from '@atrium/plugin-cost-common';
import { useOwnerRefs } from '@atrium/ui';

/** Whether the signed-in person may read what everybody costs. */
export const useTotalRight = () =>
  usePermission({ permission: costTotalReadPermission });

/** Whether the signed-in person may read every bill, and what nobody has. */
export const useBillRight = () =>
  usePermission({ permission: costBillReadPermission }).allowed;

/** Whether the signed-in person may bring in the file of a bill. */
export const useUploadRight = () =>
  usePermission({ permission: costImportCreatePermission }).allowed;

/** Whether the signed-in person may say why an entity costs more than usual. */
export const useAcknowledgeRight = (entityRef: string) =>
  useOwnerRight(costAnomalyAcknowledgePermission, entityRef);

/** Whether the signed-in person may set the budget of an entity. */
export const useBudgetRight = (entityRef: string) =>
  useOwnerRight(costBudgetProposePermission, entityRef);

/** The policy cannot say who is in a group, or in one above it. */
function useOwnerRight(
  permission: ResourcePermission<'catalog-entity'>,
  resourceRef: string,
): boolean {
  const { allowed } = usePermission({ permission, resourceRef });
  const own = useOwnerRefs().data ?? [];
  return allowed || own.includes(resourceRef);
}

/**
 * Whether to offer the signed-in person the charges behind a scope. Of what others
 * own in a system, the backend leaves out what they may not read.
 */
export function useRowRight(entityRef: string | undefined): boolean {
  const ofBills = useBillRight();
  const ofEntity = usePermission({
    permission: costRowReadPermission,
    resourceRef: entityRef,
  }).allowed;
  const ownerRefs = useOwnerRefs().data ?? [];
  if (ofBills) {
    return true;
  }
  if (entityRef === undefined) {
    return false;
  }
  switch (parseEntityRef(entityRef).kind) {
    case 'group':
    case 'user':
      return ownerRefs.includes(entityRef);
    default:
      return ofEntity;
  }
}
