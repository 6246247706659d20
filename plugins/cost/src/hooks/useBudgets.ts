import type { CreateBudgetProposal } from '@atrium/plugin-cost-common';
import { useQueryClient } from '@tanstack/react-query';
import { useCostMutation, useCostQuery } from './costHooks';

/** How often somebody who waits for a budget looks whether it is there. */
const LOOK_MS = 3_000;

/** What entities, teams and systems may cost in a month. */
export const useBudgets = () =>
  useCostQuery(['budgets'], api => api.getBudgets({}));

/**
 * What the file of an entity says of its budget, as it is when somebody begins to
 * change it.
 */
export const useBudgetDraft = (entityRef: string) =>
  useCostQuery(
    ['budget-draft', entityRef],
    api => api.getBudgetDraft(entityRef),
    {
      ignoresChanges: true,
      placeholderData: undefined,
      refetchInterval: false,
      gcTime: 0,
      staleTime: Infinity,
      retry: false,
      refetchOnReconnect: false,
      refetchOnWindowFocus: false,
    },
  );

/** Whether the catalog has read the budget that was committed. */
export function useIsBudgetRead(entityRef: string, isCommitted: boolean) {
  const { data } = useCostQuery(
    ['budget-read', entityRef],
    api => api.getBudgetDraft(entityRef),
    {
      ignoresChanges: true,
      enabled: isCommitted,
      gcTime: 0,
      refetchInterval: query => (query.state.data?.isRead ? false : LOOK_MS),
    },
  );
  return data?.isRead === true;
}

/** Hands a budget over to the repository of the entity. */
export const useProposeBudget = () =>
  useCostMutation((api, proposal: CreateBudgetProposal) =>
    api.proposeBudget(proposal),
  );

/** Has pages say what the catalog says by now. */
export function useReadAnew(): () => void {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['cost'] });
  };
}
