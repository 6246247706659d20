import type { GitUser } from './GitUsers.ts';
import { HttpError } from './HttpError.ts';
import { importCommits } from './importCommits.ts';
import type { FileChange, ImportCommitsOptions } from './importCommits.ts';
import type { Repository, TreeEntry } from './Repository.ts';
import type { RepositoryStore } from './RepositoryStore.ts';
import { GitError } from './runGit.ts';

export interface ChangeFileOptions {
  store: RepositoryStore;
  repository: Repository;
  user: GitUser;
  path: string;
  action: 'create' | 'update' | 'delete';
  branch: string;
  /** Put the commit on this new branch that starts at `branch`. */
  newBranch: string | undefined;
  /** Blob id of the file as the caller knows it. */
  sha: string | undefined;
  content: Buffer | undefined;
  message: string | undefined;
  author: { name: string; email: string } | undefined;
  committer: { name: string; email: string } | undefined;
}

const actionVerbs = { create: 'Add', update: 'Update', delete: 'Delete' };

/** Commits a change of one file by the rules of Gitea's contents API. */
export async function changeFile(
  options: ChangeFileOptions,
): Promise<{ commit: string; isNew: boolean }> {
  const { store, repository, user, path, action, branch, newBranch } = options;
  if (path === '') {
    throw new HttpError(422, 'path is required');
  }
  const targetRef = `refs/heads/${newBranch ?? branch}`;

  const isNew = await store.change(repository, user.name, async () => {
    const parent = repository.refs.get(`refs/heads/${branch}`)?.commit;
    // Only the very first commit of a repository may start a branch.
    if (!parent && (!repository.isEmpty || action === 'delete')) {
      throw new HttpError(404, `branch does not exist [name: ${branch}]`);
    }
    checkNewBranch(repository, newBranch);
    const entry = parent ? await repository.findEntry(parent, path) : undefined;
    checkEntry(options, entry);
    if (parent && !entry) {
      await checkFolders(repository, parent, path);
    }

    const person = { name: user.displayName, email: user.email };
    await importOnTop({
      gitDir: repository.gitDir,
      ref: targetRef,
      parent,
      commits: [
        {
          author: options.author ?? options.committer ?? person,
          committer: options.committer ?? options.author ?? person,
          date: new Date(),
          message: `${(
            options.message ?? `${actionVerbs[action]} ${path}`
          ).trimEnd()}\n`,
          changes: [buildChange(options, entry)],
        },
      ],
    });
    return entry === undefined;
  });

  const commit = repository.refs.get(targetRef)?.commit;
  if (!commit) {
    throw new Error(`The change of '${path}' is not on '${targetRef}'`);
  }
  return { commit, isNew };
}

async function importOnTop(options: ImportCommitsOptions) {
  try {
    await importCommits(options);
  } catch (error) {
    if (error instanceof GitError && /not updating/i.test(error.stderr)) {
      throw new HttpError(409, 'The branch has moved in the meantime.');
    }
    throw error;
  }
}

function checkNewBranch(repository: Repository, newBranch: string | undefined) {
  if (newBranch && repository.refs.has(`refs/heads/${newBranch}`)) {
    throw new HttpError(422, `branch already exists [name: ${newBranch}]`);
  }
  const isInTheWay = repository.branches.some(
    name =>
      name.startsWith(`${newBranch}/`) || newBranch?.startsWith(`${name}/`),
  );
  if (newBranch && isInTheWay) {
    throw new HttpError(422, `branch name conflicts [name: ${newBranch}]`);
  }
}

function checkEntry(options: ChangeFileOptions, entry: TreeEntry | undefined) {
  const { action, path, sha } = options;
  if (!entry) {
    if (action === 'delete' || sha) {
      throw new HttpError(
        404,
        `repository file does not exist [path: ${path}]`,
      );
    }
    return;
  }
  if (entry.type !== 'file') {
    throw new HttpError(422, `path is not a file [path: ${path}]`);
  }
  if (action === 'create') {
    throw new HttpError(422, `repository file already exists [path: ${path}]`);
  }
  if (!sha) {
    throw new HttpError(422, '[SHA]: Required');
  }
  if (sha.toLowerCase() !== entry.oid) {
    throw new HttpError(
      422,
      `sha does not match [given: ${sha}, expected: ${entry.oid}]`,
    );
  }
}

/** A file in the place of a folder would be replaced by git silently. */
async function checkFolders(
  repository: Repository,
  commit: string,
  path: string,
) {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length++) {
    const folder = parts.slice(0, length).join('/');
    const entry = await repository.findEntry(commit, folder);
    if (!entry) {
      return;
    }
    if (entry.type !== 'dir') {
      throw new HttpError(422, `a file is in the way [path: ${folder}]`);
    }
  }
}

function buildChange(
  options: ChangeFileOptions,
  entry: TreeEntry | undefined,
): FileChange {
  const { path, content } = options;
  if (!content) {
    return { path, isDeleted: true };
  }
  return { path, mode: entry?.isExecutable ? '100755' : '100644', content };
}
