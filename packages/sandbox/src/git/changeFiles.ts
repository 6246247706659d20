import type { GitUser } from './GitUsers.ts';
import { HttpError } from './HttpError.ts';
import { importCommits } from './importCommits.ts';
import type { FileChange, ImportCommitsOptions } from './importCommits.ts';
import type { Repository, TreeEntry } from './Repository.ts';
import type { RepositoryStore } from './RepositoryStore.ts';
import { GitError } from './runGit.ts';

/** What happens to one file. */
export interface FileOperation {
  path: string;
  action: 'create' | 'update' | 'delete';
  /** Blob id of the file as the caller knows it. */
  sha: string | undefined;
  content: Buffer | undefined;
}

export interface ChangeFilesOptions {
  store: RepositoryStore;
  repository: Repository;
  user: GitUser;
  files: FileOperation[];
  branch: string;
  /** Put the commit on this new branch that starts at `branch`. */
  newBranch: string | undefined;
  message: string | undefined;
  author: { name: string; email: string } | undefined;
  committer: { name: string; email: string } | undefined;
}

const actionVerbs = { create: 'Add', update: 'Update', delete: 'Delete' };

/** Commits changes of files by the rules of Gitea's contents API. */
export async function changeFiles(
  options: ChangeFilesOptions,
): Promise<{ commit: string; isNew: boolean }> {
  const { store, repository, user, files, branch, newBranch } = options;
  if (files.length === 0 || files.some(({ path }) => path === '')) {
    throw new HttpError(422, 'path is required');
  }
  const targetRef = `refs/heads/${newBranch ?? branch}`;

  const isNew = await store.change(repository, user.name, async () => {
    const parent = repository.refs.get(`refs/heads/${branch}`)?.commit;
    const hasDeletion = files.some(({ action }) => action === 'delete');
    // Only the very first commit of a repository may start a branch.
    if (!parent && (!repository.isEmpty || hasDeletion)) {
      throw new HttpError(404, `branch does not exist [name: ${branch}]`);
    }
    checkNewBranch(repository, newBranch);
    const entries = await Promise.all(
      files.map(file => findChecked(repository, parent, file)),
    );

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
          message: `${(options.message ?? describe(files)).trimEnd()}\n`,
          changes: files.map((file, index) =>
            buildChange(file, entries[index]),
          ),
        },
      ],
    });
    return entries.every(entry => entry === undefined);
  });

  const commit = repository.refs.get(targetRef)?.commit;
  if (!commit) {
    throw new Error(`The change is not on '${targetRef}'`);
  }
  return { commit, isNew };
}

function describe(files: FileOperation[]): string {
  return files
    .map(({ action, path }) => `${actionVerbs[action]} ${path}`)
    .join('\n');
}

/** What is there before an operation that may be done. */
async function findChecked(
  repository: Repository,
  parent: string | undefined,
  file: FileOperation,
): Promise<TreeEntry | undefined> {
  const entry = parent
    ? await repository.findEntry(parent, file.path)
    : undefined;
  checkEntry(file, entry);
  if (parent && !entry) {
    await checkFolders(repository, parent, file.path);
  }
  return entry;
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

function checkEntry(file: FileOperation, entry: TreeEntry | undefined) {
  const { action, path, sha } = file;
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
  { path, content }: FileOperation,
  entry: TreeEntry | undefined,
): FileChange {
  if (!content) {
    return { path, isDeleted: true };
  }
  return { path, mode: entry?.isExecutable ? '100755' : '100644', content };
}
