/**
 * One client for every git host that the portal works with.
 *
 * @packageDocumentation
 */

export type { GitHost, OpenRepositoryOptions } from './GitHost';
export {
  GitHosts,
  type OpenByNameOptions,
  type OpenedHistory,
  type OpenedRepository,
  type OpenedSource,
} from './GitHosts';
export { gitHostsServiceRef } from './gitHostsServiceRef';
export type { HostRepository, RepositoryPage } from './HostRepository';
export type { GiteaHost } from './gitea/GiteaHost';
export type { GiteaWorkflowRun } from './gitea/giteaObjects';
export type { GiteaRepository } from './gitea/GiteaRepository';
export { type GiteaWebhook, giteaWebhookSchemas } from './gitea/giteaWebhooks';
export {
  type GithubAlertEvent,
  githubAlertWebhookSchemas,
  type GithubCodeScanningAlert,
  type GithubDependabotAlert,
  type GithubSecretScanningAlert,
} from './github/githubAlerts';
export type { GithubHost } from './github/GithubHost';
export type {
  GithubDeployment,
  GithubDeploymentStatus,
  GithubWorkflow,
  GithubWorkflowRun,
} from './github/githubObjects';
export type { GithubRepository } from './github/GithubRepository';
export {
  type GithubWebhook,
  type GithubWebhookEvent,
  githubWebhookSchemas,
} from './github/githubWebhooks';
export { toGithubRepository } from './github/toGithubRepository';
export { encodePath } from './http/encodePath';
export type { HostPage, PageRequest } from './http/HostApi';
export { mapPage } from './http/mapPage';
export { isPlainAddress } from './isPlainAddress';
export type {
  Issue,
  PullRequest,
  Release,
  Review,
  WorkflowJob,
} from './objects';
export {
  findRepositoryAddress,
  parseRepositoryUrl,
  type RepositoryAddress,
  toRepositoryUrl,
} from './parseRepositoryUrl';
export { CI_FILES, isPipelinePath, WORKFLOW_FOLDERS } from './pipelinePaths';
export { matchesPatterns } from './poll/matchesPatterns';
export type {
  PolledRepository,
  PollItem,
  PollResource,
} from './poll/PollResource';
export {
  type PollingConfig,
  readPollingConfig,
} from './poll/readPollingConfig';
export {
  scheduleHostPolling,
  type ScheduleHostPollingOptions,
} from './poll/scheduleHostPolling';
export { onRepositoryDeleted } from './push/onRepositoryDeleted';
export {
  onRepositoryPush,
  type OnRepositoryPushOptions,
  type PushedCommit,
  type RepositoryPush,
} from './push/onRepositoryPush';
export type {
  CommitStatus,
  HandoverKind,
  RepositoryBranch,
  RepositoryChange,
  RepositoryClient,
  RepositoryCommit,
  RepositoryCommits,
  RepositoryFile,
  RepositoryFileChange,
  RepositoryFileList,
  RepositoryFiles,
  RepositoryHandover,
  RepositoryHistory,
  RepositoryInfo,
  RepositoryPermission,
  RepositoryPermissions,
  RepositoryPullRequests,
  RepositorySource,
} from './RepositoryClient';
