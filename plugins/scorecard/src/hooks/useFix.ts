import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CreateFix,
  scorecardFixProposePermission,
} from '@atrium/plugin-scorecard-common';
import type { FixQuery } from '../api/ScorecardApi';
import { useScorecardMutation, useScorecardQuery } from './scorecardHooks';

/**
 * The file that would mend a check. It is not read again meanwhile: that would
 * change what is being edited.
 */
export const useFixDraft = (query: FixQuery) =>
  useScorecardQuery(['fix', query], api => api.getFix(query), {
    ignoresChanges: true,
    placeholderData: undefined,
    refetchInterval: false,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    retry: false,
  });

/** Hands the file over to its repository. */
export const useCreateFix = () =>
  useScorecardMutation((api, fix: CreateFix) => api.createFix(fix));

/** Whether the reader may hand over files for an entity. */
export function useFixRight(resourceRef: string) {
  const { allowed, loading } = usePermission({
    permission: scorecardFixProposePermission,
    resourceRef,
  });
  return { isAllowed: allowed, isPending: loading };
}
