export {
  type AccountCredentials,
  audited,
  type AuditedChange,
  type AuditedServices,
  principalRef,
} from './audited';
export {
  type ClaimConflictMessages,
  ClaimConflictNotifier,
  type ClaimConflictNotifierOptions,
} from './claims/ClaimConflictNotifier';
export { type ClaimConflict } from './claims/ClaimConflictStore';
export { deleteInBatches } from './deleteInBatches';
export { EntityScope } from './EntityScope';
export { failpoint } from './failpoint';
export {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
  type MonthlyPartitionedTable,
} from './monthlyPartitions';
export { Ownership, type OwnershipOptions } from './Ownership';
export {
  parseStrictEntityRef,
  type ParseStrictEntityRefOptions,
} from './parseStrictEntityRef';
export { PluginClient, type PluginClientOptions } from './PluginClient';
export {
  type EntityFile,
  type EntityOrigin,
  EntityOrigins,
  type ResolveFileOptions,
} from './origin/EntityOrigins';
export {
  findForeignAnnotations,
  REFUSED_ANNOTATIONS_ANNOTATION,
} from './origin/findForeignAnnotations';
export {
  parseRepositoryUrl,
  type RepositoryAddress,
  type RepositoryHostType,
  toRepositoryUrl,
} from './origin/parseRepositoryUrl';
export {
  GiteaRepository,
  type GiteaRepositoryOptions,
} from './repository/GiteaRepository';
export {
  findWriteProblem,
  handOverForUser,
  type UserChange,
} from './repository/handOverForUser';
export {
  type OpenedRepository,
  openRepository,
  type OpenRepositoryOptions,
} from './repository/openRepository';
export type {
  CommitStatus,
  HandoverKind,
  RepositoryChange,
  RepositoryFile,
  RepositoryFileChange,
  RepositoryHandover,
  RepositoryInfo,
  RepositoryPermission,
  RepositoryWriter,
} from './repository/RepositoryWriter';
export {
  hasPermission,
  type RequiredPermissions,
  requirePermissions,
} from './requirePermissions';
export type { ScopeOptions } from './ScopeOptions';
export { UserCache } from './UserCache';
