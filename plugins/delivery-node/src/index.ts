/**
 * How other backends read delivery, and how modules feed it.
 *
 * @packageDocumentation
 */

export {
  type DeliveryEventsExtensionPoint,
  deliveryEventsExtensionPoint,
  type DeliveryEventSink,
  type DeliveryEventSource,
  type DeliveryRunController,
} from './deliveryEventsExtensionPoint';
export type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
export { deliveryServiceRef } from './deliveryServiceRef';
export {
  createRepositoryEvent,
  type RepositoryFact,
} from './gitHost/createRepositoryEvent';
export { toEventPaths } from './gitHost/toEventPaths';
export type {
  HostIssue,
  HostPullRequest,
  HostRelease,
  HostReview,
} from './gitHost/hostObjects';
export type { HostRepository } from './gitHost/HostRepository';
export {
  isIncident,
  type IssueChange,
  type IssueTold,
  toIssueEvents,
} from './gitHost/toIssueEvents';
export {
  type MergeDetails,
  toMergeDetailEvents,
  toPullRequestEvents,
  toReopenedPullRequestEvents,
  toReviewEvents,
} from './gitHost/toPullRequestEvents';
export { toReleaseEvents } from './gitHost/toReleaseEvents';
export { isWantedRepository } from './polling/isWantedRepository';
export type { HostAnswer, PollClient } from './polling/PollClient';
export type { AskHost, PollItem, PollResource } from './polling/PollResource';
export {
  type GitHostConfig,
  type GitHostPollingConfig,
  readGitHostConfig,
} from './polling/readGitHostConfig';
export {
  scheduleHostPolling,
  type ScheduleHostPollingOptions,
} from './polling/scheduleHostPolling';
