import type {
  CreateDocsProposal,
  CheckDocsProposal,
  CreatePreview,
  DocsProposalSubject,
  FeedbackPageQuery,
  PutFeedback,
  SiteState,
} from '@atrium/plugin-techdocs-common';
import type { Proposal } from '@atrium/common';
import { createPluginHooks } from '@atrium/ui';
import { docsReaderApiRef } from './DocsReaderApi';

const { usePluginQuery, usePluginPages, usePluginMutation } = createPluginHooks(
  {
    pluginId: 'techdocs-reader',
    apiRef: docsReaderApiRef,
  },
);

/** What the signed-in person said of a page. */
export const useOwnFeedback = (page: FeedbackPageQuery) =>
  usePluginQuery(['feedback', 'own', page], api => api.getOwnFeedback(page), {
    placeholderData: undefined,
    // Asked about nothing that others change.
    refetchOnWindowFocus: false,
  });

/** Says whether a page was helpful, in place of what was said before. */
export const useGiveFeedback = () =>
  usePluginMutation((api, feedback: PutFeedback) => api.putFeedback(feedback), {
    invalidates: ['feedback'],
  });

/** What readers think of the pages of a site, for its owner. */
export const useFeedback = (entityRef: string, isEnabled = true) =>
  usePluginQuery(
    ['feedback', 'pages', entityRef],
    api => api.listFeedback(entityRef),
    { enabled: isEnabled },
  );

/** What readers said of the pages of a site, for its owner. */
export const useFeedbackComments = (entityRef: string) =>
  usePluginPages(['feedback', 'comments', entityRef], (api, cursor) =>
    api.listComments(entityRef, cursor),
  );

/**
 * What is in the repository when somebody begins to write. It is not read
 * again meanwhile: that would change what is being edited.
 */
export const useDocsDraft = (subject: DocsProposalSubject) =>
  usePluginQuery(['draft', subject], api => api.getProposalDraft(subject), {
    ignoresChanges: true,
    placeholderData: undefined,
    refetchInterval: false,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** Reads anew what is in the repository, after somebody else changed it. */
export const useFreshDocsDraft = (subject: DocsProposalSubject) =>
  usePluginMutation(api => api.getProposalDraft(subject), {
    invalidates: false,
  });

/** Whether the first pages of these could be handed over. */
export const useFirstPages = (entityRefs: string[], isEnabled = true) =>
  usePluginQuery(
    ['first-pages', entityRefs],
    api => api.listFirstPages(entityRefs),
    {
      ignoresChanges: true,
      enabled: isEnabled && entityRefs.length > 0,
      refetchOnWindowFocus: false,
    },
  );

/** Has a page checked by the backend. */
export const useDocsCheck = () =>
  usePluginMutation(
    (api, proposal: CheckDocsProposal) => api.checkProposal(proposal),
    { invalidates: false },
  );

/** Hands a page over to its repository. */
export const useDocsProposal = () =>
  usePluginMutation((api, proposal: CreateDocsProposal) =>
    api.propose(proposal),
  );

/** How often somebody who waits for a site looks whether it is there. */
const LOOK_MS = 4_000;

/** Whether a site was built anew since a page of it was committed. */
export const useIsPublished = (
  entityRef: string,
  { at, handover }: Pick<Proposal, 'at' | 'handover'>,
): boolean => {
  const isBuilt = ({ builtAt = '' }: SiteState) => builtAt > at;
  const { data } = usePluginQuery(
    ['published', entityRef, at],
    api => api.getSiteState(entityRef),
    {
      ignoresChanges: true,
      // A pull request is merged whenever somebody does.
      enabled: handover === 'commit',
      refetchInterval: query =>
        query.state.data && isBuilt(query.state.data) ? false : LOOK_MS,
    },
  );
  return data !== undefined && isBuilt(data);
};

/** A page as it would look; what it looked like before until that is known. */
export const usePagePreview = (preview: CreatePreview) =>
  usePluginQuery(['preview', preview], api => api.preview(preview), {
    ignoresChanges: true,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
