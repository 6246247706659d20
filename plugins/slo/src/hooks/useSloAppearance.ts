import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import type { SloProposal } from '@atrium/plugin-slo-common';
import { sloApiRef } from '../api/SloApi';
import { SLO_QUERY_KEY } from './useSloQuery';

const LOOK_MS = 2_000;

/** Waits until the portal has read a file that was handed over. */
export function useSloAppearance(
  entityRef: string,
  proposal: SloProposal,
): { isThere: boolean } {
  const { fileUrl, at, handover } = proposal;
  const api = useApi(sloApiRef);
  const { data = false } = useQuery({
    queryKey: [SLO_QUERY_KEY, 'appearance', entityRef, fileUrl, at],
    queryFn: async () => {
      const { files } = await api.getDefinitions(entityRef);
      const file = files.find(({ url }) => url === fileUrl);
      return file !== undefined && file.readAt > at;
    },
    // A pull request is merged whenever somebody does.
    enabled: handover === 'commit',
    refetchInterval: query => (query.state.data ? false : LOOK_MS),
  });
  return { isThere: data };
}
