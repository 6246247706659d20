import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { sloApiRef } from '../api/SloApi';

/**
 * What is in the repository when somebody begins to write. It is not read
 * again meanwhile: that would change what is being edited.
 */
export function useSloDraft(entityRef: string) {
  const api = useApi(sloApiRef);
  return useQuery({
    queryKey: ['slo-draft', entityRef],
    queryFn: () => api.getProposalDraft(entityRef),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}
