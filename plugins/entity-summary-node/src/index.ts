/**
 * How other backends ask what is known of entities at a glance.
 *
 * @packageDocumentation
 */

export type {
  EntitySummaryService,
  EntitySummaryServiceOptions,
} from './EntitySummaryService';
export { entitySummaryServiceRef } from './entitySummaryServiceRef';
