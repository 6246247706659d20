import { useQuery } from '@tanstack/react-query';
import { parseEntityRef } from '@backstage/catalog-model';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { techdocsStorageApiRef } from '@backstage/plugin-techdocs-react';
import type { Proposal } from '@atrium/common';
import { docsFactsFile, docsFactsSchema } from '@atrium/plugin-techdocs-common';

const LOOK_MS = 4_000;

/** Whether a site was built anew since a page of it was committed. */
export function useIsPublished(
  entityRef: string,
  { at, handover }: Proposal,
): boolean {
  const { fetch } = useApi(fetchApiRef);
  const storageApi = useApi(techdocsStorageApiRef);
  const { data = false } = useQuery({
    queryKey: ['techdocs', 'published', entityRef, at],
    queryFn: async () => {
      const { namespace, kind, name } = parseEntityRef(entityRef);
      const response = await fetch(
        `${await storageApi.getStorageUrl()}/${namespace}/${kind}/${name}/${docsFactsFile}`,
      );
      // A first site is not there before it is built.
      const facts = response.ok
        ? docsFactsSchema.safeParse(await response.json()).data
        : undefined;
      return facts?.builtAt !== undefined && facts.builtAt > at;
    },
    // A pull request is merged whenever somebody does.
    enabled: handover === 'commit',
    refetchInterval: query => (query.state.data ? false : LOOK_MS),
  });
  return data;
}
