import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CheckSloProposal,
  type CreateSloProposal,
  sloDefinitionProposePermission,
} from '@atrium/plugin-slo-common';
import { sloApiRef } from '../api/SloApi';
import { SLO_QUERY_KEY } from './useSloQuery';

/** Has an OpenSLO file checked, its queries included. */
export function useSloCheck() {
  const api = useApi(sloApiRef);
  return useMutation({
    mutationFn: (proposal: CheckSloProposal) => api.checkSlo(proposal),
  });
}

/** Hands an OpenSLO file over to its repository. */
export function useSloProposal() {
  const api = useApi(sloApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (proposal: CreateSloProposal) => api.proposeSlo(proposal),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: [SLO_QUERY_KEY] }),
  });
}

/** Reads anew what is in the repository, after somebody else changed it. */
export function useFreshDraft(entityRef: string) {
  const api = useApi(sloApiRef);
  return useMutation({ mutationFn: () => api.getProposalDraft(entityRef) });
}

/** Whether the signed-in person may write SLOs of an entity. */
export function useProposalRight(resourceRef: string) {
  const { allowed, loading } = usePermission({
    permission: sloDefinitionProposePermission,
    resourceRef,
  });
  return { isAllowed: allowed, isPending: loading };
}
