export { deleteInBatches } from './deleteInBatches';
export { EntityScope, type ScopeOptions } from './EntityScope';
export {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
  type MonthlyPartitionedTable,
} from './monthlyPartitions';
export { PluginClient, type PluginClientOptions } from './PluginClient';
export {
  GiteaRepository,
  type GiteaRepositoryOptions,
} from './repository/GiteaRepository';
export {
  type OpenedRepository,
  openRepository,
  type OpenRepositoryOptions,
} from './repository/openRepository';
export type {
  HandoverKind,
  RepositoryChange,
  RepositoryFile,
  RepositoryFileChange,
  RepositoryHandover,
  RepositoryInfo,
  RepositoryWriter,
} from './repository/RepositoryWriter';
export { UserCache } from './UserCache';
