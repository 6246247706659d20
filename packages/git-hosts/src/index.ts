/**
 * One client for every git host that the portal works with.
 *
 * @packageDocumentation
 */

export type { GitHost, OpenRepositoryOptions } from './GitHost';
export {
  GitHosts,
  type OpenByNameOptions,
  type OpenedRepository,
} from './GitHosts';
export { gitHostsServiceRef } from './gitHostsServiceRef';
export type { HostRepository, RepositoryPage } from './HostRepository';
export { encodePath } from './http/encodePath';
export type { HostPage, PageRequest } from './http/HostApi';
export { RateLimits } from './http/RateLimits';
export {
  parseRepositoryUrl,
  type RepositoryAddress,
  toRepositoryUrl,
} from './parseRepositoryUrl';
export type {
  CommitStatus,
  HandoverKind,
  RepositoryChange,
  RepositoryClient,
  RepositoryFile,
  RepositoryFileChange,
  RepositoryFiles,
  RepositoryHandover,
  RepositoryInfo,
  RepositoryPermission,
  RepositoryPermissions,
} from './RepositoryClient';
