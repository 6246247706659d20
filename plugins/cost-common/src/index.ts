/**
 * The rules of allocation as they are written, and what the parts of cost agree
 * on.
 *
 * @packageDocumentation
 */

export type { ChargeKey } from './allocation/chargeKey';
export {
  type AllocationWorld,
  type ChargeDestination,
  CompiledAllocation,
} from './allocation/CompiledAllocation';
export * from './allocation/costAllocationDefinition';
export {
  type LocatedCostAllocation,
  parseCostAllocation,
  type ParsedCostAllocation,
} from './allocation/parseCostAllocation';
export * from './annotations';
export * from './permissions';
export * from './wire/allocation';
export * from './wire/answers';
export * from './wire/budgetProposals';
export * from './wire/imports';
export * from './wire/signal';
export * from './wire/terms';
export * from './wire/watch';
export { costMessages } from './messages/costMessages';
