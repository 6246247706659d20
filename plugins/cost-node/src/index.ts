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
export { type CostTotals, readCostTotals } from './readCostTotals';
export {
  readFinanceNames,
  type ReadFinanceNamesOptions,
} from './readFinanceNames';
