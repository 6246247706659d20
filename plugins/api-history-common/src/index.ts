/**
 * Wire types of the API history.
 *
 * @packageDocumentation
 */

export * from './apiDiff';
export * from './apiSummary';
export * from './apiVersion';
export * from './historyTab';
export * from './queries';
export * from './signals';
export { apiHistoryMessages } from './messages/apiHistoryMessages';
