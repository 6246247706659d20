import type { Proposal } from '@atrium/common';
import type {
  CheckCostProposal,
  CreateCostProposal,
  RuleDryRun,
} from '@atrium/plugin-cost-common';
import { useCostMutation, useCostQuery } from '../hooks/costHooks';

/** In whose repository the first rules are written. */
export interface AllocationSubject {
  entityRef?: string;
}

/**
 * What is in the repository when somebody begins to write. It is not read again
 * meanwhile: that would change what is being edited.
 */
export const useAllocationDraft = (subject: AllocationSubject) =>
  useCostQuery(['draft', subject], api => api.getProposalDraft(subject), {
    ignoresChanges: true,
    placeholderData: undefined,
    refetchInterval: false,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** Has a file checked by the backend, which knows the entities. */
export const useAllocationCheck = () =>
  useCostMutation(
    (api, proposal: CheckCostProposal) => api.checkProposal(proposal),
    { invalidates: false },
  );

/** Hands a file over to its repository. */
export const useAllocationProposal = () =>
  useCostMutation((api, proposal: CreateCostProposal) => api.propose(proposal));

/** Reads anew what is in the repository, after somebody else changed it. */
export const useFreshDraft = (subject: AllocationSubject) =>
  useCostMutation(api => api.getProposalDraft(subject), {
    invalidates: false,
  });

/** What rules would move; asked again when they say something else. */
export const useDryRun = (dryRun: RuleDryRun, isEnabled: boolean) =>
  useCostQuery(['dry-run', dryRun], api => api.dryRunRules(dryRun), {
    enabled: isEnabled,
    refetchInterval: false,
    gcTime: 0,
  });

const LOOK_MS = 2_000;

/** Waits until the portal has read rules that were handed over. */
export function useAllocationAppearance({ at, handover }: Proposal): {
  isThere: boolean;
} {
  const { data = false } = useCostQuery(
    ['appearance', at],
    async api => {
      const { publishedAt } = await api.getAllocation();
      return publishedAt !== undefined && publishedAt > at;
    },
    {
      // A pull request is merged whenever somebody does.
      enabled: handover === 'commit',
      refetchInterval: query => (query.state.data ? false : LOOK_MS),
    },
  );
  return { isThere: data };
}
