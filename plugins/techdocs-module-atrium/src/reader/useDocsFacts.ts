import { useQuery } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  techdocsApiRef,
  techdocsStorageApiRef,
  useShadowRoot,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import {
  docsFactsFile,
  docsFactsSchema,
  publishedFactsSchema,
} from '@atrium/plugin-techdocs-common';

/** Short, for the facts change with the site that is read. */
const STALE_MS = 10_000;

/**
 * What the engine knows about the site that is read.
 *
 * @remarks A site of another engine has no facts. Its metadata, which the
 * reader loads anyway, says so: nothing is asked for that is not there.
 */
export function useDocsFacts() {
  const { entityRef } = useTechDocsReaderPage();
  const { fetch } = useApi(fetchApiRef);
  const storageApi = useApi(techdocsStorageApiRef);
  const metadata = useSiteMetadata();
  const { data } = useQuery({
    queryKey: ['techdocs', 'facts', stringifyEntityRef(entityRef)],
    queryFn: async () => {
      const { namespace, kind, name } = entityRef;
      const response = await fetch(
        `${await storageApi.getStorageUrl()}/${namespace}/${kind}/${name}/${docsFactsFile}`,
      );
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return docsFactsSchema.parse(await response.json());
    },
    enabled: publishedFactsSchema.safeParse(metadata).success,
    staleTime: STALE_MS,
  });
  return data;
}

/**
 * The reader asks for the metadata once. On the first visit of a site that is
 * before the site is built, so it is asked for again when there is a page.
 */
function useSiteMetadata(): unknown {
  const { entityRef, metadata } = useTechDocsReaderPage();
  const techdocsApi = useApi(techdocsApiRef);
  const isPageShown = useShadowRoot() !== undefined;
  const { data } = useQuery({
    queryKey: ['techdocs', 'metadata', stringifyEntityRef(entityRef)],
    queryFn: () => techdocsApi.getTechDocsMetadata(entityRef),
    enabled: metadata.error !== undefined && isPageShown,
    staleTime: STALE_MS,
  });
  return metadata.value ?? data;
}
