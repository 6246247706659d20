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

/** Reads and writes the files of one repository, with the portal's rights. */
export interface RepositoryWriter {
  /** @throws NotFoundError when the portal sees no such repository. */
  getInfo(): Promise<RepositoryInfo>;

  /**
   * What an account of the host may do here; nothing where the host does not
   * tell the portal.
   */
  getPermission(login: string): Promise<RepositoryPermission | undefined>;

  /** A text file, or nothing where there is none. */
  readFile(path: string, branch: string): Promise<RepositoryFile | undefined>;

  /**
   * Hands over all files in one commit, or none of them, in the way that
   * `getInfo` says.
   *
   * @throws ConflictError when a file is no longer what its change replaces.
   */
  handOver(change: RepositoryChange): Promise<RepositoryHandover>;

  /** The commit that a branch is at. */
  getHead(branch: string): Promise<string>;

  /** Marks a commit; a later status of the same context replaces it. */
  setCommitStatus(commit: string, status: CommitStatus): Promise<void>;
}
