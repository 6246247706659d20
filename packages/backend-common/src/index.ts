export { deleteInBatches } from './deleteInBatches';
export { EntityScope, type ScopeOptions } from './EntityScope';
export {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
  type MonthlyPartitionedTable,
} from './monthlyPartitions';
export { UserCache } from './UserCache';
