/**
 * How other backends read what things cost.
 *
 * @packageDocumentation
 */

export type { CostService, CostServiceOptions } from './CostService';
export { costServiceRef } from './costServiceRef';
