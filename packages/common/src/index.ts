export { entityTitle } from './entityTitle';
export { findLink, type LinkPurpose, linkTypes } from './entityLinks';
export { entityRefSchema } from './entityRefSchema';
export type { EntitySignal } from './entitySignal';
export { type OwnerRefs, ownerRefsSchema } from './ownerRefs';
export { builtInSource, isBuiltInSource } from './builtInSource';
export { monthBefore } from './monthBefore';
export {
  formatDay,
  formatMonth,
  formatMonthName,
  formatShortDay,
  formatShortMonth,
} from './format/formatDay';
export {
  getLanguage,
  getLocale,
  inLanguage,
  type Locale,
  perLanguage,
  setLanguage,
} from './language/language';
export { formatAny, formatList } from './format/formatList';
export { keepLineEnds, splitLines } from './text/keepLineEnds';
export { isUnspaced, splitScript } from './text/splitScript';
export { formatMoney } from './format/formatMoney';
export {
  formatDecimal,
  formatNumber,
  formatPercent,
  formatPercentChange,
  formatShare,
  toShownShare,
} from './format/formatNumber';
export { withDecimalPoint } from './format/withDecimalPoint';
export {
  formatRoundMoney,
  type RoundMoneyOptions,
} from './format/formatRoundMoney';
export { addMoney, compareMoney, type Money, moneySchema } from './money';
export {
  MAX_PAGE_SIZE,
  pageQuerySchema,
  type Page,
  type PageQuery,
} from './page';
export { parseInput } from './parseInput';
export { noQuerySchema, parseQuery } from './parseQuery';
export { repeated } from './repeated';
export {
  instantSchema,
  type Period,
  periodQuerySchema,
  recentPeriodQuerySchema,
} from './period';
export {
  type ScopedPage,
  type SkippedRefs,
  skippedRefsSchema,
  toSkippedRefs,
} from './skippedRefs';
export { type CsvCell, toCsv } from './toCsv';
export { relationTargets } from './relationTargets';
export { cutTitle } from './messages/cutTitle';
export { commonMessages } from './messages/common/commonMessages';
export { templateMessages } from './messages/templates/templateMessages';
export { formatMessageValue } from './messages/formatMessageValue';
export { joinParts } from './messages/joinParts';
export {
  type FieldMessages,
  fieldMessagesSchema,
  type MessageDescriptor,
  type MessageList,
  type MessageParts,
  type MessageValue,
  type WrittenMessage,
} from './messages/messageDescriptor';
export type {
  MessageArguments,
  MessageKey,
  Messages,
  Translated,
} from './messages/messageTypes';
export {
  type FieldText,
  MessageWriter,
  type NotificationText,
} from './messages/MessageWriter';
export { splitMessage } from './messages/splitMessage';
export { isRecord } from './isRecord';
export {
  type ChangeProblems,
  changeProblemsSchema,
  type TextProblem,
  textProblemSchema,
} from './proposal/textProblem';
export {
  type CheckProposal,
  checkProposalSchema,
  type CreateProposal,
  createProposalSchema,
  MAX_PROPOSAL_LENGTH,
  type Proposal,
  type ProposalDraft,
  proposalDraftSchema,
  type ProposalFile,
  proposalSchema,
} from './proposal/proposal';
