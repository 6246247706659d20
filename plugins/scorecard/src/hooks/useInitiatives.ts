import { usePermission } from '@backstage/plugin-permission-react';
import {
  type InitiativeInput,
  type InitiativeQuery,
  scorecardInitiativeManagePermission,
} from '@atrium/plugin-scorecard-common';
import { useScorecardMutation, useScorecardQuery } from './scorecardHooks';

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

/** Whether the reader may start initiatives of scorecards that are theirs. */
export function useInitiativeRight(): boolean {
  return usePermission({ permission: scorecardInitiativeManagePermission })
    .allowed;
}
