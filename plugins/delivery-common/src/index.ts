/**
 * What the parts of delivery, and those who send events to it, agree on.
 *
 * @packageDocumentation
 */

export * from './annotations';
export {
  type CdEventContent,
  cdEventContentSchemas,
  type CdEventName,
} from './cdEventContents';
export {
  type CdEventExtension,
  cdEventExtensionSchema,
  MAX_EVENT_PATHS,
} from './cdEventExtension';
export { type CdEventType, parseCdEventType } from './cdEventType';
export * from './change';
export * from './cloudEvent';
export { createCdEvent, type CreateCdEventOptions } from './createCdEvent';
export * from './deployment';
export { describeProductionVersion } from './describeProductionVersion';
export * from './dora/doraReport';
export { DORA_BANDS_REPORT, toDoraBand } from './dora/doraBand';
export { percentile } from './dora/percentile';
export * from './environment';
export * from './eventCounts';
export { describeDeployment, describeIncident } from './eventWords';
export { findProductionDeployments } from './findProductionDeployments';
export { hasSeveralServices } from './hasSeveralServices';
export * from './incident';
export * from './ingest';
export { hasHost, normalizeRepository } from './normalizeRepository';
export * from './overview';
export * from './permissions';
export * from './queries';
export * from './refusedClaims';
export * from './run';
export * from './signal';
export * from './summary';
export * from './ticket';
export * from './timeline';
export { deliveryMessages } from './messages/deliveryMessages';
