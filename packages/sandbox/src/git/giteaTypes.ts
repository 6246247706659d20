import type { SandboxConfig } from '../config.ts';
import type { GitHostContext } from './GitHostContext.ts';
import type { GitUser } from './GitUsers.ts';
import type { Commit, CommitPerson } from './parseCommit.ts';
import type { FileStatus, Repository, TreeEntry } from './Repository.ts';

/** Escapes a path or branch for a URL and keeps its slashes. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

export function repositoryUrl(config: SandboxConfig, repository: Repository) {
  return `${config.gitUrl}/${repository.fullName}`;
}

export function commitUrl(
  config: SandboxConfig,
  repository: Repository,
  sha: string,
) {
  return `${repositoryUrl(config, repository)}/commit/${sha}`;
}

export function apiUrl(config: SandboxConfig, repository: Repository) {
  return `${config.gitUrl}/api/v1/repos/${repository.fullName}`;
}

export function toUser(config: SandboxConfig, user: GitUser) {
  return {
    id: user.id,
    login: user.name,
    full_name: user.displayName,
    email: user.email,
    avatar_url: `${config.gitUrl}/favicon.svg`,
    html_url: `${config.gitUrl}/`,
    is_admin: user.isAdmin,
    active: true,
    username: user.name,
  };
}

export function toOrganisation({ config, organisation }: GitHostContext) {
  return {
    id: 1000,
    name: organisation.name,
    username: organisation.name,
    full_name: organisation.displayName,
    description: organisation.description,
    avatar_url: `${config.gitUrl}/favicon.svg`,
  };
}

export function toRepository(context: GitHostContext, repository: Repository) {
  const { config, organisation } = context;
  const url = repositoryUrl(config, repository);
  return {
    id: repositoryId(repository.fullName),
    owner: {
      id: 1000,
      login: organisation.name,
      full_name: organisation.displayName,
      avatar_url: `${config.gitUrl}/favicon.svg`,
      html_url: `${config.gitUrl}/${organisation.name}`,
      username: organisation.name,
    },
    name: repository.name,
    full_name: repository.fullName,
    description: repository.details.description,
    empty: repository.isEmpty,
    private: repository.details.isPrivate,
    archived: false,
    internal: false,
    html_url: url,
    url: apiUrl(config, repository),
    clone_url: `${url}.git`,
    default_branch: repository.defaultBranch,
    created_at: repository.details.createdAt,
    updated_at: repository.updatedAt,
    permissions: { admin: false, push: true, pull: true },
    has_pull_requests: false,
  };
}

export function toCommitPerson(person: CommitPerson) {
  return { name: person.name, email: person.email, username: '' };
}

export function toCommit(
  config: SandboxConfig,
  repository: Repository,
  options: { commit: Commit; files: FileStatus[] },
) {
  const { commit, files } = options;
  const api = apiUrl(config, repository);
  return {
    url: `${api}/git/commits/${commit.sha}`,
    sha: commit.sha,
    created: commit.committer.date,
    html_url: commitUrl(config, repository, commit.sha),
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: {
        url: `${api}/git/trees/${commit.tree}`,
        sha: commit.tree,
        created: commit.committer.date,
      },
    },
    author: null,
    committer: null,
    parents: commit.parents.map(sha => ({
      url: `${api}/git/commits/${sha}`,
      sha,
      created: '0001-01-01T00:00:00Z',
    })),
    files: files.map(file => ({ filename: file.path, status: file.status })),
  };
}

/** The commit that a change through the contents API made. */
export function toFileCommit(
  config: SandboxConfig,
  repository: Repository,
  commit: Commit,
) {
  const {
    commit: details,
    parents,
    ...rest
  } = toCommit(config, repository, {
    commit,
    files: [],
  });
  return {
    url: rest.url,
    sha: rest.sha,
    created: rest.created,
    html_url: rest.html_url,
    author: commit.author,
    committer: commit.committer,
    parents,
    message: commit.message,
    tree: details.tree,
  };
}

export function toBranch(
  config: SandboxConfig,
  repository: Repository,
  options: { name: string; commit: Commit },
) {
  const { name, commit } = options;
  return {
    name,
    protected: false,
    commit: {
      id: commit.sha,
      message: commit.message,
      url: commitUrl(config, repository, commit.sha),
      author: toCommitPerson(commit.author),
      committer: toCommitPerson(commit.committer),
      timestamp: commit.committer.date,
    },
  };
}

export function toTreeEntry(entry: TreeEntry) {
  const modes = { file: '100644', dir: '040000', symlink: '120000' };
  return {
    path: entry.path,
    mode: entry.type === 'submodule' ? '160000' : modes[entry.type],
    type: entry.type === 'submodule' ? 'commit' : 'blob',
    size: entry.sizeBytes,
    sha: entry.oid,
  };
}

export function toContents(
  config: SandboxConfig,
  repository: Repository,
  options: {
    entry: TreeEntry;
    ref: string;
    lastCommit: Commit | undefined;
    content: Buffer | undefined;
  },
) {
  const { entry, ref, lastCommit, content } = options;
  const path = encodePath(entry.path);
  const kind = repository.refs.has(`refs/heads/${ref}`) ? 'branch' : 'commit';
  const api = apiUrl(config, repository);
  const url = repositoryUrl(config, repository);
  const self = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const html = `${url}/src/${kind}/${encodePath(ref)}/${path}`;
  const git = `${api}/git/blobs/${entry.oid}`;
  const isFile = entry.type === 'file';
  return {
    name: entry.name,
    path: entry.path,
    sha: entry.oid,
    last_commit_sha: lastCommit?.sha ?? null,
    last_committer_date: lastCommit?.committer.date ?? null,
    last_author_date: lastCommit?.author.date ?? null,
    type: entry.type,
    size: entry.sizeBytes,
    encoding: content ? 'base64' : null,
    content: content ? content.toString('base64') : null,
    target: entry.type === 'symlink' ? content?.toString() ?? null : null,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFile
      ? `${url}/raw/${kind}/${encodePath(ref)}/${path}`
      : null,
    _links: { self, git, html },
  };
}

/** A number that stays the same for a name, as nothing else is stored. */
function repositoryId(fullName: string) {
  let value = 17;
  for (const character of fullName) {
    value = (value * 131 + character.charCodeAt(0)) % 2_147_483_647;
  }
  return value;
}
