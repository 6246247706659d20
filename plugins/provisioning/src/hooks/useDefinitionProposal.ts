import type { Proposal } from '@atrium/common';
import {
  type CheckDefinitionProposal,
  type CreateDefinitionProposal,
  type DefinitionProposalQuery,
  type Definitions,
  provisioningDefinitionProposePermission,
} from '@atrium/plugin-provisioning-common';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  useProvisioningMutation,
  useProvisioningQuery,
} from './provisioningHooks';

const LOOK_MS = 2_000;

/** Whether the signed-in person may write definitions. */
export function useDefinitionRight() {
  const { allowed, loading } = usePermission({
    permission: provisioningDefinitionProposePermission,
  });
  return { isAllowed: allowed, isPending: loading };
}

/**
 * What is in the repository when somebody begins to write. It is not read
 * again meanwhile: that would change what is being edited.
 */
export const useDefinitionDraft = (query: DefinitionProposalQuery) =>
  useProvisioningQuery(
    ['definition-draft', query],
    api => api.getDefinitionDraft(query),
    {
      ignoresChanges: true,
      placeholderData: undefined,
      refetchInterval: false,
      gcTime: 0,
      staleTime: Infinity,
      refetchOnReconnect: false,
      refetchOnWindowFocus: false,
    },
  );

/** Reads anew what is in the repository, after somebody else changed it. */
export const useFreshDefinitionDraft = (query: DefinitionProposalQuery) =>
  useProvisioningMutation(api => api.getDefinitionDraft(query), {
    invalidates: false,
  });

/** What a change of a file would mean, while it is being written. */
export const useDefinitionEffects = (input: CheckDefinitionProposal) =>
  useProvisioningQuery(
    ['definition-effects', input],
    api => api.getDefinitionEffects(input),
    { ignoresChanges: true, refetchInterval: false, gcTime: 0 },
  );

/** The same, for whoever waits for it. */
export const useDefinitionCheck = () =>
  useProvisioningMutation(
    (api, input: CheckDefinitionProposal) => api.getDefinitionEffects(input),
    { invalidates: false },
  );

/** Hands a file of definitions over to its repository. */
export const useProposeDefinition = () =>
  useProvisioningMutation((api, input: CreateDefinitionProposal) =>
    api.proposeDefinition(input),
  );

/** Whether the portal has read a file that was handed over. */
export function useIsDefinitionRead({ fileUrl, at, handover }: Proposal) {
  const isRead = (definitions: Definitions | undefined) =>
    definitions?.files.some(
      ({ source, checkedAt }) =>
        source === fileUrl && checkedAt !== undefined && checkedAt > at,
    ) === true;
  const { data } = useProvisioningQuery(
    // The list has it as well, once it is there.
    ['definitions'],
    api => api.getDefinitions(),
    {
      // A pull request is merged whenever somebody does.
      enabled: handover === 'commit',
      refetchInterval: ({ state }) => (isRead(state.data) ? false : LOOK_MS),
    },
  );
  return isRead(data);
}
