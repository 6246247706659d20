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
  addHostSource,
  type HostSourceDeps,
  hostSourceDeps,
} from './hostEvents/addHostSource';
export { toPollTimes } from './hostEvents/createPlanningResources';
export { createRepositoryEvent } from './hostEvents/createRepositoryEvent';
export { findChangedPaths } from './hostEvents/findChangedPaths';
export type { HostSource, HostSourceContext } from './hostEvents/HostSource';
export { readMergeEvents } from './hostEvents/readMergeEvents';
export { toEventPaths } from './hostEvents/toEventPaths';
export {
  isIncident,
  toIncidentId,
  toIssueEvents,
} from './hostEvents/toIssueEvents';
export { toPackageUrl } from './hostEvents/toPackageUrl';
export {
  toMergeDetailEvents,
  toPullRequestEvents,
  toReopenedPullRequestEvents,
  toReviewEvents,
} from './hostEvents/toPullRequestEvents';
export { toReleaseEvents } from './hostEvents/toReleaseEvents';
