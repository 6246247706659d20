import { usePermission } from '@backstage/plugin-permission-react';
import type { Proposal } from '@atrium/common';
import {
  type CheckScorecardProposal,
  type CreateDryRun,
  type CreateScorecardProposal,
  scorecardProposePermission,
  type ScorecardProposalSubject,
} from '@atrium/plugin-scorecard-common';
import {
  useScorecardMutation,
  useScorecardQuery,
} from '../hooks/scorecardHooks';

/**
 * What is in the repository when somebody begins to write. It is not read
 * again meanwhile: that would change what is being edited.
 */
export const useScorecardDraft = (subject: ScorecardProposalSubject) =>
  useScorecardQuery(['draft', subject], api => api.getProposalDraft(subject), {
    ignoresChanges: true,
    placeholderData: undefined,
    refetchInterval: false,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** Has a file checked by the backend, its expressions included. */
export const useScorecardCheck = () =>
  useScorecardMutation(
    (api, proposal: CheckScorecardProposal) => api.checkProposal(proposal),
    { invalidates: false },
  );

/** Hands a file over to its repository. */
export const useScorecardProposal = () =>
  useScorecardMutation((api, proposal: CreateScorecardProposal) =>
    api.propose(proposal),
  );

/** Reads anew what is in the repository, after somebody else changed it. */
export const useFreshDraft = (subject: ScorecardProposalSubject) =>
  useScorecardMutation(api => api.getProposalDraft(subject), {
    invalidates: false,
  });

/** What would come of a scorecard; asked again when it says something else. */
export const useDryRun = (dryRun: CreateDryRun, isEnabled: boolean) =>
  useScorecardQuery(['dry-run', dryRun], api => api.dryRun(dryRun), {
    enabled: isEnabled,
    refetchInterval: false,
    gcTime: 0,
  });

/** All facts that expressions may use. */
export const useFacts = () =>
  useScorecardQuery(['facts'], api => api.getFacts());

/** Whether the signed-in person may write scorecards of an entity. */
export function useProposalRight(resourceRef: string | undefined) {
  const { allowed, loading } = usePermission(
    resourceRef === undefined
      ? { permission: scorecardProposePermission, resourceRef: undefined }
      : { permission: scorecardProposePermission, resourceRef },
  );
  return { isAllowed: allowed, isPending: loading };
}

const LOOK_MS = 2_000;

/** Waits until the portal has read a scorecard that was handed over. */
export function useScorecardAppearance(
  { fileUrl, at, handover }: Proposal,
  name: string | undefined,
): { isThere: boolean } {
  const { data = false } = useScorecardQuery(
    ['appearance', fileUrl, at],
    async api => {
      const { items } = await api.listScorecards();
      return items.some(
        one =>
          one.source === fileUrl &&
          one.publishedAt > at &&
          (name === undefined || one.name === name),
      );
    },
    {
      // A pull request is merged whenever somebody does.
      enabled: handover === 'commit',
      refetchInterval: query => (query.state.data ? false : LOOK_MS),
    },
  );
  return { isThere: data };
}
