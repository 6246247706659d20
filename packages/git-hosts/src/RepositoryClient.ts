import type { HostPage, PageRequest } from './http/HostApi';
import type {
  Issue,
  PullRequest,
  Release,
  Review,
  WorkflowJob,
} from './objects';

/** A file as it stands on a branch. */
export interface RepositoryFile {
  content: string;
  /** The id of its content: what `base` of a change names. */
  sha: string;
}

/** One file of a change. */
export interface RepositoryFileChange {
  path: string;
  content: string | Buffer;
  /** What it replaces; `undefined` for a file that must not be there yet. */
  base?: string;
}

/** A change of files that belong together. */
export interface RepositoryChange {
  files: RepositoryFileChange[];
  /** The branch it is for. */
  branch: string;
  /** The first line is the title of a pull request as well. */
  message: string;
  /** The portal pushes it, but a person made it. */
  author?: { name: string; email: string };
}

/** How a change reaches a repository. */
export type HandoverKind = 'commit' | 'pull-request';

/** A change that reached a repository. */
export interface RepositoryHandover {
  kind: HandoverKind;
  /** The page of the commit or pull request. */
  url: string;
  commit: string;
}

/** What a repository says about itself. */
export interface RepositoryInfo {
  url: string;
  defaultBranch: string;
  /** Whether anybody can read it, without an account. */
  isPublic: boolean;
  /** A pull request wherever the repository has them: somebody else looks. */
  handover: HandoverKind;
}

/** What an account may do with a repository, as its host says. */
export type RepositoryPermission = 'none' | 'read' | 'write';

/** What somebody says of a commit, shown beside it on its host. */
export interface CommitStatus {
  /** Who says it, such as `atrium/catalog`. */
  context: string;
  state: 'success' | 'failure';
  /** One line. */
  description: string;
  /** Where there is more about it. */
  targetUrl: string;
}

/** Reads and changes files, with the rights of the portal. */
export interface RepositoryFiles {
  /** @throws NotFoundError when the portal sees no such repository. */
  getInfo(): Promise<RepositoryInfo>;

  /** A text file, or nothing where there is none. */
  readFile(path: string, ref: string): Promise<RepositoryFile | undefined>;

  /**
   * Hands over all files in one commit, or none of them, in the way that
   * `getInfo` says.
   *
   * @throws ConflictError when a file is no longer what its change replaces.
   */
  handOver(change: RepositoryChange): Promise<RepositoryHandover>;
}

/** A commit, as its host tells it. */
export interface RepositoryCommit {
  id: string;
  /** When it was committed: ISO 8601, UTC. */
  date: string;
  author: string | undefined;
  /** First line of the message. */
  message: string | undefined;
  /** Its page on the git host. */
  url: string | undefined;
}

/** Where to look for a commit. */
export interface FindLastCommitOptions {
  /** The commit or branch that is looked back from. */
  ref: string;
  signal?: AbortSignal;
}

/** Knows who changed a file last. */
export interface RepositoryHistory {
  /** The commit that changed a file last; undefined when there is none. */
  findLastCommit(
    path: string,
    options: FindLastCommitOptions,
  ): Promise<RepositoryCommit | undefined>;
}

/** A branch as its host tells of it. */
export interface RepositoryBranch {
  /** The commit that it is at. */
  commit: string;
  /** Whether not everybody who writes may push to it, where the host says so. */
  isProtected: boolean | undefined;
}

/** The files of a commit. */
export interface RepositoryFileList {
  files: {
    path: string;
    /** Where the host says it. */
    sizeBytes: number | undefined;
  }[];
  /** There are more: what is not in the list may be there all the same. */
  isTruncated: boolean;
}

/** Reads what is in a repository, for work that nobody waits for. */
export interface RepositorySource extends RepositoryHistory {
  /** Nothing where the portal sees no repository, or it has no branch yet. */
  findDefaultBranch(): Promise<string | undefined>;

  /** Nothing where there is no such branch, or the portal sees no repository. */
  getBranch(name: string): Promise<RepositoryBranch | undefined>;

  /** All files, in one request as a rule. */
  listFiles(commit: string): Promise<RepositoryFileList>;

  /** A text file of at most 1 MB, or nothing where there is none. */
  readFile(path: string, ref: string): Promise<RepositoryFile | undefined>;
}

/** Knows what was committed. */
export interface RepositoryCommits extends RepositoryHistory {
  /** The commit that a branch is at. */
  getHead(branch: string): Promise<string>;

  /** The files that a commit changed; of very many perhaps only some. */
  listChangedFiles(commit: string): Promise<string[]>;
}

/** Shows beside a commit what somebody says of it. */
export interface RepositoryStatuses {
  /** Marks a commit; a later status of the same context replaces it. */
  setCommitStatus(commit: string, status: CommitStatus): Promise<void>;
}

/** Knows who may do what. */
export interface RepositoryPermissions {
  /**
   * What an account of the host may do here; nothing where the host does not
   * tell the portal.
   */
  getPermission(login: string): Promise<RepositoryPermission | undefined>;
}

/** Lists pull requests, and what they do not say themselves. */
export interface RepositoryPullRequests {
  /** The pull request that changed last comes first. */
  listPullRequests(page: PageRequest): Promise<HostPage<PullRequest>>;

  /** When the first commit of a pull request was made. */
  findFirstCommitAt(pullRequestNumber: number): Promise<string | undefined>;

  /** Reviews that were given. */
  listReviews(pullRequestNumber: number): Promise<Review[]>;
}

/** Lists issues and releases. */
export interface RepositoryPlanning {
  /** @param since - leaves out what changed before, where the host can */
  listIssues(page: PageRequest, since: Date): Promise<HostPage<Issue>>;

  /** The newest release comes first. */
  listReleases(page: PageRequest): Promise<HostPage<Release>>;
}

/** Lists the runs of workflows, and starts them again. */
export interface RepositoryRuns<Run> {
  /** The newest run comes first. */
  listRuns(page: PageRequest): Promise<HostPage<Run>>;

  /** The jobs of one attempt of a run. */
  listJobs(run: RunAttempt): Promise<WorkflowJob[]>;

  /**
   * Starts a run again.
   *
   * @throws NotAllowedError when the portal may not, NotFoundError when the run
   * is gone, ConflictError when it cannot be started again now.
   */
  rerun(run: RerunRequest): Promise<void>;
}

/** One attempt of a run, by the numbers of its host. */
export interface RunAttempt {
  id: number;
  run_attempt: number;
}

/** Which run to start again. */
export interface RerunRequest {
  id: number;
  /** The commit that it ran on, where that is known. */
  commit?: string;
  /** Only what failed, where the host can. */
  isFailedOnly: boolean;
}

/** One repository on its host, with the rights of the portal. */
export interface RepositoryClient
  extends RepositoryFiles,
    RepositoryCommits,
    RepositoryStatuses,
    RepositoryPermissions,
    RepositoryPullRequests,
    RepositoryPlanning {}
