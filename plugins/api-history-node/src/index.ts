/**
 * How other backends ask for the history of APIs.
 *
 * @packageDocumentation
 */

export type {
  ApiHistoryService,
  ApiHistoryServiceOptions,
} from './ApiHistoryService';
export { apiHistoryServiceRef } from './apiHistoryServiceRef';
