export {
  createRepositoryEvent,
  type RepositoryFact,
} from './createRepositoryEvent';
export type { EventRepository } from './EventRepository';
export { isIncident, toIssueEvents } from './toIssueEvents';
export {
  toMergeDetailEvents,
  toPullRequestEvents,
  toReopenedPullRequestEvents,
  toReviewEvents,
} from './toPullRequestEvents';
export { toEventPaths } from './toEventPaths';
export { toReleaseEvents } from './toReleaseEvents';
export { readHostEventsConfig } from './readHostEventsConfig';
