import type { Proposal } from '@atrium/common';
import { useSloQuery } from './sloHooks';

const LOOK_MS = 2_000;

/** Waits until the portal has read a file that was handed over. */
export function useSloAppearance(
  entityRef: string,
  proposal: Proposal,
): { isThere: boolean } {
  const { fileUrl, at, handover } = proposal;
  const { data = false } = useSloQuery(
    ['appearance', entityRef, fileUrl, at],
    async api => {
      const { files } = await api.getDefinitions(entityRef);
      const file = files.find(({ url }) => url === fileUrl);
      return file !== undefined && file.readAt > at;
    },
    {
      // A pull request is merged whenever somebody does.
      enabled: handover === 'commit',
      refetchInterval: query => (query.state.data ? false : LOOK_MS),
    },
  );
  return { isThere: data };
}
