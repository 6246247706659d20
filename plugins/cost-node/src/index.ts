/**
 * How other backends read what things cost.
 *
 * @packageDocumentation
 */

export type {
  CostService,
  CostServiceOptions,
  CostSummariesOptions,
} from './CostService';
export { costServiceRef } from './costServiceRef';
export {
  readFinanceNames,
  type ReadFinanceNamesOptions,
} from './readFinanceNames';
