export { deleteInBatches } from './deleteInBatches';
export { EntityScope, type ScopeOptions } from './EntityScope';
export {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
  type MonthlyPartitionedTable,
} from './monthlyPartitions';
export { PluginClient, type PluginClientOptions } from './PluginClient';
export { UserCache } from './UserCache';
