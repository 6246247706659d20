import { useSloQuery } from './sloHooks';

/**
 * What is in the repository when somebody begins to write. It is not read
 * again meanwhile: that would change what is being edited.
 */
export const useSloDraft = (entityRef: string) =>
  useSloQuery(['draft', entityRef], api => api.getProposalDraft(entityRef), {
    ignoresChanges: true,
    placeholderData: undefined,
    refetchInterval: false,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
