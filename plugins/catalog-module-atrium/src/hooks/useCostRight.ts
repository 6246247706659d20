import { usePermission } from '@backstage/plugin-permission-react';
import { costTotalReadPermission } from '@atrium/plugin-cost-common';
import { type CatalogState, MINE } from '../list/catalogState';

/** What the person may do with the cost of what they list. */
export interface CostRight {
  /** Whether they may read what everything costs, not only what is theirs. */
  canSeeAll: boolean;
  canSort: boolean;
}

/**
 * What the person may do with the cost of a list, and the order without cost
 * where they may not sort by it: a view of a colleague who may shall open as well.
 *
 * @returns no right while it is not known
 */
export function useCostRight({ owner, sort }: CatalogState) {
  const { loading, allowed } = usePermission({
    permission: costTotalReadPermission,
  });
  const canSort = allowed || owner === MINE;
  const right: CostRight | undefined = loading
    ? undefined
    : { canSeeAll: allowed, canSort };
  return {
    right,
    sort: sort?.columnId === 'cost' && !canSort ? undefined : sort,
    isKnown: sort?.columnId !== 'cost' || canSort || !loading,
  };
}
