import { parseCommit } from './parseCommit.ts';
import type { Commit } from './parseCommit.ts';
import { runGit, spawnGit } from './runGit.ts';

/** Where a branch or tag points. */
export interface RefState {
  /** The object itself: the tag object of an annotated tag. */
  oid: string;
  commit: string;
  updatedAt: string;
}

export interface RepositoryDetails {
  description: string;
  isPrivate: boolean;
  createdAt: string;
}

export type EntryType = 'file' | 'dir' | 'symlink' | 'submodule';

export interface TreeEntry {
  type: EntryType;
  name: string;
  path: string;
  oid: string;
  sizeBytes: number;
  isExecutable: boolean;
}

export interface FileStatus {
  path: string;
  status: 'added' | 'modified' | 'removed';
}

export interface LogOptions {
  path?: string;
  skip?: number;
  limit: number;
  /** Leave out what these commits reach. */
  exclude?: string[];
}

/** One bare repository on disk; every argument of git is an object id. */
export class Repository {
  readonly owner: string;
  readonly name: string;
  readonly gitDir: string;
  details: RepositoryDetails;
  defaultBranch = 'main';
  /** Branches and tags by full name, as of the last refresh by the store. */
  refs: ReadonlyMap<string, RefState> = new Map();

  constructor(options: {
    owner: string;
    name: string;
    gitDir: string;
    details: RepositoryDetails;
  }) {
    this.owner = options.owner;
    this.name = options.name;
    this.gitDir = options.gitDir;
    this.details = options.details;
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  get defaultRef(): string {
    return `refs/heads/${this.defaultBranch}`;
  }

  get isEmpty(): boolean {
    return this.refs.size === 0;
  }

  get updatedAt(): string {
    return this.refs.get(this.defaultRef)?.updatedAt ?? this.details.createdAt;
  }

  get branches(): string[] {
    return [...this.refs.keys()]
      .filter(ref => ref.startsWith('refs/heads/'))
      .map(ref => ref.slice('refs/heads/'.length))
      .sort();
  }

  /**
   * The commit of a branch, a tag or an abbreviated commit id.
   *
   * @remarks
   * What the visitor wrote is looked up in the known names and never handed to
   * git, so that it can be neither an option nor a revision expression.
   */
  async resolveCommit(ref: string | undefined): Promise<string | undefined> {
    if (ref === undefined || ref === '' || ref === 'HEAD') {
      return this.refs.get(this.defaultRef)?.commit;
    }
    for (const name of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]) {
      const state = this.refs.get(name);
      if (state) {
        return state.commit;
      }
    }
    if (!/^[0-9a-f]{4,64}$/i.test(ref)) {
      return undefined;
    }
    const line = await this.#git(['cat-file', '--batch-check'], {
      input: `${ref.toLowerCase()}^{commit}\n`,
    });
    const match = /^([0-9a-f]{40,64}) commit \d+\n$/.exec(line.toString());
    return match?.[1];
  }

  async findEntry(
    commit: string,
    path: string,
  ): Promise<TreeEntry | undefined> {
    if (path === '') {
      return {
        type: 'dir',
        name: '',
        path: '',
        oid: `${commit}^{tree}`,
        sizeBytes: 0,
        isExecutable: false,
      };
    }
    const output = await this.#git([
      'ls-tree',
      '-z',
      '-l',
      '--full-tree',
      commit,
      '--',
      path,
    ]);
    const parent = path.includes('/')
      ? path.slice(0, path.lastIndexOf('/'))
      : '';
    return parseTree(output.toString(), '').map(entry => ({
      ...entry,
      name: entry.path.slice(parent === '' ? 0 : parent.length + 1),
    }))[0];
  }

  /** Undefined when there is no such folder. */
  async listDirectory(
    commit: string,
    path: string,
  ): Promise<TreeEntry[] | undefined> {
    const directory = await this.findEntry(commit, path);
    if (directory?.type !== 'dir') {
      return undefined;
    }
    const output = await this.#git(['ls-tree', '-z', '-l', directory.oid]);
    return parseTree(output.toString(), path);
  }

  /** All files of a commit, in every folder. */
  async listFiles(commit: string): Promise<TreeEntry[]> {
    const output = await this.#git([
      'ls-tree',
      '-z',
      '-l',
      '-r',
      '--full-tree',
      commit,
    ]);
    return parseTree(output.toString(), '');
  }

  readBlob(oid: string, options?: { maxBytes: number }): Promise<Buffer> {
    return this.#git(['cat-file', 'blob', oid], options);
  }

  streamBlob(oid: string) {
    return spawnGit(['cat-file', 'blob', oid], { gitDir: this.gitDir });
  }

  streamArchive(commit: string) {
    return spawnGit(
      ['archive', '--format=tar', `--prefix=${this.name}/`, commit],
      { gitDir: this.gitDir },
    );
  }

  async readCommit(commit: string): Promise<Commit> {
    const [result] = await this.#readCommits([commit]);
    if (!result) {
      throw new Error(`No commit '${commit}' in '${this.fullName}'`);
    }
    return result;
  }

  /** Commits from the newest to the oldest. */
  async log(commit: string, options: LogOptions): Promise<Commit[]> {
    const ids = await this.#listCommitIds(commit, options);
    return this.#readCommits(ids);
  }

  async countCommits(commit: string, path?: string): Promise<number> {
    const output = await this.#git([
      'rev-list',
      '--count',
      commit,
      '--',
      ...(path ? [path] : []),
    ]);
    return Number(output.toString());
  }

  /** What each commit changed compared with its first parent. */
  async listChangedFiles(
    commits: string[],
  ): Promise<Map<string, FileStatus[]>> {
    const result = new Map<string, FileStatus[]>();
    if (commits.length === 0) {
      return result;
    }
    const output = await this.#git(
      [
        'diff-tree',
        '--stdin',
        '-z',
        '-r',
        '--root',
        '--no-renames',
        '--diff-merges=first-parent',
        '--name-status',
      ],
      { input: `${commits.join('\n')}\n` },
    );
    let files: FileStatus[] = [];
    const fields = output.toString().split('\0');
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index];
      if (/^[0-9a-f]{40,64}$/.test(field)) {
        files = [];
        result.set(field, files);
      } else if (field !== '') {
        index++;
        files.push({ path: fields[index], status: parseStatus(field) });
      }
    }
    return result;
  }

  /** The newest commit that touched each of the entries of one folder. */
  async findLastCommits(
    commit: string,
    entries: TreeEntry[],
  ): Promise<Map<string, Commit>> {
    const missing = new Set(entries.map(entry => entry.path));
    const depth = entries[0]?.path.split('/').length ?? 1;
    const directory = entries[0]?.path.split('/').slice(0, -1).join('/');
    const ids = await this.#listCommitIds(commit, {
      path: directory || undefined,
      limit: 300,
    });
    const changed = await this.listChangedFiles(ids);
    const found = new Map<string, string>();
    for (const id of ids) {
      for (const file of changed.get(id) ?? []) {
        const path = file.path.split('/').slice(0, depth).join('/');
        if (missing.delete(path)) {
          found.set(path, id);
        }
      }
    }
    const commits = await this.#readCommits([...new Set(found.values())]);
    const bySha = new Map(commits.map(item => [item.sha, item]));
    const result = new Map<string, Commit>();
    for (const [path, id] of found) {
      const item = bySha.get(id);
      if (item) {
        result.set(path, item);
      }
    }
    return result;
  }

  /** The change as a unified diff against the first parent. */
  async readDiff(commit: string, maxBytes: number): Promise<string> {
    const output = await this.#git(
      [
        'diff-tree',
        '--root',
        '--no-commit-id',
        '--diff-merges=first-parent',
        '--patch',
        '--find-renames',
        '--no-color',
        '--no-ext-diff',
        '--no-textconv',
        commit,
      ],
      { maxBytes },
    );
    return output.toString();
  }

  async #listCommitIds(commit: string, options: LogOptions) {
    const { path, skip = 0, limit, exclude = [] } = options;
    const output = await this.#git([
      'rev-list',
      `--max-count=${limit}`,
      `--skip=${skip}`,
      commit,
      ...exclude.map(id => `^${id}`),
      '--',
      ...(path ? [path] : []),
    ]);
    return output.toString().split('\n').filter(Boolean);
  }

  async #readCommits(ids: string[]): Promise<Commit[]> {
    if (ids.length === 0) {
      return [];
    }
    const output = await this.#git(['cat-file', '--batch'], {
      input: `${ids.join('\n')}\n`,
    });
    const commits: Commit[] = [];
    let offset = 0;
    while (offset < output.length) {
      const lineEnd = output.indexOf('\n', offset);
      const [sha, type, size] = output
        .toString('utf8', offset, lineEnd)
        .split(' ');
      if (type !== 'commit') {
        throw new Error(`'${sha}' in '${this.fullName}' is not a commit`);
      }
      const start = lineEnd + 1;
      const end = start + Number(size);
      commits.push(parseCommit(sha, output.toString('utf8', start, end)));
      offset = end + 1;
    }
    return commits;
  }

  #git(args: string[], options: { input?: string; maxBytes?: number } = {}) {
    return runGit(args, { gitDir: this.gitDir, ...options });
  }
}

function parseStatus(letter: string): FileStatus['status'] {
  switch (letter) {
    case 'A':
      return 'added';
    case 'D':
      return 'removed';
    default:
      return 'modified';
  }
}

function parseTree(output: string, directory: string): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (const record of output.split('\0')) {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(record);
    if (match) {
      const [, mode, type, oid, size, name] = match;
      entries.push({
        type: parseEntryType(mode, type),
        name,
        path: directory === '' ? name : `${directory}/${name}`,
        oid,
        sizeBytes: size === '-' ? 0 : Number(size),
        isExecutable: mode === '100755',
      });
    }
  }
  return entries;
}

function parseEntryType(mode: string, type: string): EntryType {
  if (type === 'tree') {
    return 'dir';
  }
  if (type === 'commit') {
    return 'submodule';
  }
  return mode === '120000' ? 'symlink' : 'file';
}
