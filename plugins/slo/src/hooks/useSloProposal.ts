import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CheckSloProposal,
  type CreateSloProposal,
  sloDefinitionProposePermission,
} from '@atrium/plugin-slo-common';
import { useSloMutation } from './sloHooks';

/** Has an OpenSLO file checked, its queries included. */
export const useSloCheck = () =>
  useSloMutation((api, proposal: CheckSloProposal) => api.checkSlo(proposal), {
    invalidates: false,
  });

/** Hands an OpenSLO file over to its repository. */
export const useSloProposal = () =>
  useSloMutation((api, proposal: CreateSloProposal) =>
    api.proposeSlo(proposal),
  );

/** Reads anew what is in the repository, after somebody else changed it. */
export const useFreshDraft = (entityRef: string) =>
  useSloMutation(api => api.getProposalDraft(entityRef), {
    invalidates: false,
  });

/** Whether the signed-in person may write SLOs of an entity. */
export function useProposalRight(resourceRef: string) {
  const { allowed, loading } = usePermission({
    permission: sloDefinitionProposePermission,
    resourceRef,
  });
  return { isAllowed: allowed, isPending: loading };
}
