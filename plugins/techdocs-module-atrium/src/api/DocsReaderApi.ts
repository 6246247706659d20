import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ChangeProblems, Page, Proposal } from '@atrium/common';
import type {
  CheckDocsProposal,
  CreateDocsProposal,
  CreatePreview,
  DocsProposalDraft,
  DocsProposalSubject,
  FeedbackComment,
  FeedbackPageQuery,
  FirstPage,
  OwnFeedback,
  PageFeedback,
  PagePreview,
  PutFeedback,
  SiteMetadata,
  SiteState,
} from '@atrium/plugin-techdocs-common';
import type { HttpReadOptions } from '@atrium/ui';

/** What the reader asks its backend beside what TechDocs answers. */
export interface DocsReaderApi {
  getOwnFeedback(query: FeedbackPageQuery): Promise<OwnFeedback>;
  putFeedback(feedback: PutFeedback): Promise<OwnFeedback>;
  /** Those that helped least first. */
  listFeedback(entityRef: string): Promise<Page<PageFeedback>>;
  /** Newest first. */
  listComments(
    entityRef: string,
    cursor?: string,
  ): Promise<Page<FeedbackComment>>;
  getProposalDraft(subject: DocsProposalSubject): Promise<DocsProposalDraft>;
  checkProposal(proposal: CheckDocsProposal): Promise<ChangeProblems>;
  propose(proposal: CreateDocsProposal): Promise<Proposal>;
  /** Whether the caller could hand over the first pages of these. */
  listFirstPages(entityRefs: string[]): Promise<FirstPage[]>;
  /** Whether an entity has documentation by now, and of when. */
  getSiteState(entityRef: string): Promise<SiteState>;
  /** What is said of a site as a whole, where one is published. */
  getSiteMetadata(entityRef: string): Promise<SiteMetadata>;
  preview(
    preview: CreatePreview,
    options?: HttpReadOptions,
  ): Promise<PagePreview>;
}

export const docsReaderApiRef = createApiRef<DocsReaderApi>({
  id: 'plugin.techdocs.atrium-reader',
});
