import { usePermission } from '@backstage/plugin-permission-react';
import {
  type InitiativeInput,
  type InitiativeQuery,
  type ScorecardSummary,
  scorecardInitiativeManagePermission,
} from '@atrium/plugin-scorecard-common';
import { useScorecardMutation, useScorecardQuery } from './scorecardHooks';
import { useScorecards } from './useScorecards';

const MAX_INITIATIVES = 200;

/** Initiatives that fit a query. */
export const useInitiatives = (query: InitiativeQuery) =>
  useScorecardQuery(['initiatives', query], api =>
    api.listInitiatives({ ...query, limit: MAX_INITIATIVES }),
  );

/** One initiative with its teams and what remains. */
export const useInitiative = (id: string) =>
  useScorecardQuery(['initiative', id], api => api.getInitiative(id), {
    placeholderData: undefined,
  });

/** Starts an initiative, or changes the one with this id. */
export const useSaveInitiative = (id: string | undefined) =>
  useScorecardMutation((api, initiative: InitiativeInput) =>
    id === undefined
      ? api.createInitiative(initiative)
      : api.updateInitiative(id, initiative),
  );

/** Ends an initiative before it is done. */
export const useCancelInitiative = (id: string) =>
  useScorecardMutation(api => api.cancelInitiative(id));

/** The scorecards that the reader may start initiatives for. */
export function useManagedScorecards() {
  const { allowed, loading } = usePermission({
    permission: scorecardInitiativeManagePermission,
  });
  const { data } = useScorecards();
  const managed: ScorecardSummary[] = allowed
    ? (data?.items ?? []).filter(one => one.canManage)
    : [];
  return { managed, isPending: loading };
}
