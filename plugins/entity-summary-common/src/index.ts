/**
 * What lists, entity pages and the home page are told about entities at a glance.
 *
 * @packageDocumentation
 */

export * from './attention';
export * from './entityRow';
export * from './entitySummary';
export * from './health';
export { entitySummaryMessages } from './messages/entitySummaryMessages';
export * from './parts';
export * from './savedView';
export * from './signal';
