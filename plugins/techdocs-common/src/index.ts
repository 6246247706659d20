/**
 * The words that the documentation reader and its backend share.
 *
 * @packageDocumentation
 */

export {
  type DocsFacts,
  docsFactsFile,
  docsFactsSchema,
  type DocsPageFacts,
  type DocsWarning,
  findPage,
  publishedFactsSchema,
} from './docsFacts';
export {
  feedbackAnswerSchema,
  type FeedbackAnswer,
  type FeedbackComment,
  feedbackCommentsQuerySchema,
  type FeedbackCommentsQuery,
  feedbackPageQuerySchema,
  type FeedbackPageQuery,
  feedbackQuerySchema,
  MAX_COMMENT_LENGTH,
  type OwnFeedback,
  type PageFeedback,
  type PutFeedback,
  putFeedbackSchema,
} from './feedback';
export { type FirstPage, firstPagesQuerySchema } from './firstPage';
export { docsMessages } from './messages/docsMessages';
export { findFailure } from './messages/findFailure';
export { pagePathSchema, toPagePath } from './pagePath';
export {
  docsFeedbackGivePermission,
  docsFeedbackReadPermission,
  docsPageProposePermission,
  docsReaderPermissions,
  docsSiteProposePermission,
} from './permissions';
export {
  type CreatePreview,
  createPreviewSchema,
  type PagePreview,
} from './preview';
export {
  type CheckDocsProposal,
  checkDocsProposalSchema,
  type CreateDocsProposal,
  createDocsProposalSchema,
  type DocsProposalDraft,
  type DocsProposalSubject,
  docsProposalQuerySchema,
  TECHDOCS_REF_ANNOTATION,
} from './proposal';
export {
  type SiteMetadata,
  type SiteState,
  siteStateQuerySchema,
} from './siteState';
