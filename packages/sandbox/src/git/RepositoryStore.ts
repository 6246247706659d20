import fs from 'node:fs/promises';
import path from 'node:path';
import { Repository } from './Repository.ts';
import type { RefState, RepositoryDetails } from './Repository.ts';
import { runGit } from './runGit.ts';
import { findRepositoryNameProblem } from './validateNames.ts';

export interface RepositoryChange {
  repository: Repository;
  /** Undefined when the repository itself came or went. */
  ref: string | undefined;
  /** The object before and after; undefined when there was or is none. */
  before: string | undefined;
  after: string | undefined;
  /** Commits that the repository had before, from all its refs. */
  knownCommits: string[];
  /** Git user who made the change. */
  userName: string;
}

export type RepositoryChangeListener = (change: RepositoryChange) => void;

export interface CreateRepositoryOptions {
  owner: string;
  name: string;
  details: RepositoryDetails;
  defaultBranch: string;
  userName: string;
  /** Fills the repository before anyone can see it. */
  fill?: (gitDir: string) => Promise<void>;
}

const detailsFile = 'atrium.json';
const removedDirectory = '.removed';

export class RepositoryExistsError extends Error {
  constructor(owner: string, name: string) {
    super(`A repository '${owner}/${name}' exists already`);
    this.name = 'RepositoryExistsError';
  }
}

/** The bare repositories of the git host and what is known about them. */
export class RepositoryStore {
  readonly #directory: string;
  readonly #repositories = new Map<string, Repository>();
  readonly #listeners: RepositoryChangeListener[] = [];
  readonly #queues = new Map<string, Promise<unknown>>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Opens what an earlier run left behind. */
  static async open(
    directory: string,
    owners: string[],
  ): Promise<RepositoryStore> {
    const store = new RepositoryStore(directory);
    for (const owner of owners) {
      const ownerDirectory = path.join(directory, owner);
      await fs.mkdir(ownerDirectory, { recursive: true });
      const names = await fs.readdir(ownerDirectory);
      await Promise.all(names.map(name => store.#load(owner, name)));
    }
    return store;
  }

  list(): Repository[] {
    return [...this.#repositories.values()].sort((left, right) =>
      left.fullName.localeCompare(right.fullName, 'en'),
    );
  }

  /** Names are the same whatever their case, as on Gitea. */
  get(owner: string, name: string): Repository | undefined {
    return this.#repositories.get(keyOf(owner, name));
  }

  onChange(listener: RepositoryChangeListener): void {
    this.#listeners.push(listener);
  }

  /** Whether somebody deleted the repository through the API. */
  async isRemoved(owner: string, name: string): Promise<boolean> {
    return fs.access(this.#removedMarker(owner, name)).then(
      () => true,
      () => false,
    );
  }

  async create(options: CreateRepositoryOptions): Promise<Repository> {
    const { owner, name, details, defaultBranch, userName } = options;
    const problem = findRepositoryNameProblem(name);
    if (problem) {
      throw new Error(`Cannot create the repository '${name}': ${problem}`);
    }
    return this.exclusive(owner, name, async () => {
      if (this.get(owner, name)) {
        throw new RepositoryExistsError(owner, name);
      }
      const gitDir = path.join(this.#directory, owner, `${name}.git`);
      // Built aside and moved in place, so that a crash leaves no half of it.
      const draftDir = path.join(this.#directory, owner, `.draft-${name}.git`);
      await fs.rm(draftDir, { recursive: true, force: true });
      await runGit([
        'init',
        '--quiet',
        '--bare',
        '--template=',
        `--initial-branch=${defaultBranch}`,
        draftDir,
      ]);
      await fs.writeFile(
        path.join(draftDir, detailsFile),
        `${JSON.stringify(details, undefined, 2)}\n`,
      );
      await options.fill?.(draftDir);
      await fs.rename(draftDir, gitDir);

      const repository = new Repository({ owner, name, gitDir, details });
      repository.defaultBranch = defaultBranch;
      repository.refs = await readRefs(gitDir);
      this.#repositories.set(keyOf(owner, name), repository);
      this.#announce(repository, userName);
      return repository;
    });
  }

  async remove(repository: Repository, userName: string): Promise<void> {
    const { owner, name } = repository;
    await this.exclusive(owner, name, async () => {
      // Without the marker the next start would bring the sample back.
      const marker = this.#removedMarker(owner, name);
      await fs.mkdir(path.dirname(marker), { recursive: true });
      await fs.writeFile(marker, '');
      this.#repositories.delete(keyOf(owner, name));
      await fs.rm(repository.gitDir, { recursive: true, force: true });
      this.#announce(repository, userName);
    });
  }

  /**
   * Looks what changed on disk and tells everyone who listens.
   *
   * @remarks
   * Comparing with what was known needs no hook scripts and misses nothing
   * when two people push at the same time.
   */
  async refresh(repository: Repository, userName: string): Promise<void> {
    await this.exclusive(repository.owner, repository.name, () =>
      this.#refreshNow(repository, userName),
    );
  }

  /** Runs a change of a repository while no other one runs. */
  async exclusive<T>(
    owner: string,
    name: string,
    task: () => Promise<T>,
  ): Promise<T> {
    const key = keyOf(owner, name);
    const result = (this.#queues.get(key) ?? Promise.resolve()).then(task);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(key, settled);
    try {
      return await result;
    } finally {
      if (this.#queues.get(key) === settled) {
        this.#queues.delete(key);
      }
    }
  }

  /** Like `exclusive`, and refreshes before anything else may run. */
  async change<T>(
    repository: Repository,
    userName: string,
    task: () => Promise<T>,
  ): Promise<T> {
    return this.exclusive(repository.owner, repository.name, async () => {
      const result = await task();
      await this.#refreshNow(repository, userName);
      return result;
    });
  }

  async #refreshNow(repository: Repository, userName: string) {
    const before = repository.refs;
    const after = await readRefs(repository.gitDir);
    repository.refs = after;
    if (before.size === 0 && !after.has(repository.defaultRef)) {
      await this.#adoptFirstBranch(repository);
    }
    const knownCommits = [
      ...new Set([...before.values()].map(state => state.commit)),
    ];
    for (const ref of new Set([...before.keys(), ...after.keys()])) {
      const change = {
        repository,
        ref,
        before: before.get(ref)?.oid,
        after: after.get(ref)?.oid,
        knownCommits,
        userName,
      };
      if (change.before !== change.after) {
        this.#emit(change);
      }
    }
  }

  /** As on Gitea, the first branch pushed becomes the default branch. */
  async #adoptFirstBranch(repository: Repository) {
    const [branch] = repository.branches;
    if (branch) {
      repository.defaultBranch = branch;
      await runGit(['symbolic-ref', 'HEAD', `refs/heads/${branch}`], {
        gitDir: repository.gitDir,
      });
    }
  }

  async #load(owner: string, fileName: string) {
    const gitDir = path.join(this.#directory, owner, fileName);
    if (fileName.startsWith('.draft-')) {
      await fs.rm(gitDir, { recursive: true, force: true });
      return;
    }
    if (fileName.startsWith('.') || !fileName.endsWith('.git')) {
      return;
    }
    const name = fileName.slice(0, -'.git'.length);
    const details = await readDetails(gitDir);
    const repository = new Repository({ owner, name, gitDir, details });
    const head = await fs.readFile(path.join(gitDir, 'HEAD'), 'utf8');
    const branch = /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1];
    repository.defaultBranch = branch ?? repository.defaultBranch;
    repository.refs = await readRefs(gitDir);
    this.#repositories.set(keyOf(owner, name), repository);
  }

  #removedMarker(owner: string, name: string) {
    return path.join(
      this.#directory,
      removedDirectory,
      owner,
      name.toLowerCase(),
    );
  }

  #announce(repository: Repository, userName: string) {
    this.#emit({
      repository,
      ref: undefined,
      before: undefined,
      after: undefined,
      knownCommits: [],
      userName,
    });
  }

  #emit(change: RepositoryChange) {
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}

function keyOf(owner: string, name: string) {
  return `${owner}/${name}`.toLowerCase();
}

async function readDetails(gitDir: string): Promise<RepositoryDetails> {
  const fallback = {
    description: '',
    isPrivate: false,
    createdAt: new Date(0).toISOString(),
  };
  const text = await fs
    .readFile(path.join(gitDir, detailsFile), 'utf8')
    .catch(() => '{}');
  return { ...fallback, ...JSON.parse(text) };
}

async function readRefs(gitDir: string): Promise<Map<string, RefState>> {
  const fields = [
    '%(refname)',
    '%(objectname)',
    '%(*objectname)',
    '%(creatordate:iso-strict)',
  ];
  const output = await runGit(
    [
      'for-each-ref',
      `--format=${fields.join('%00')}`,
      'refs/heads',
      'refs/tags',
    ],
    { gitDir },
  );
  const refs = new Map<string, RefState>();
  for (const line of output.toString().split('\n')) {
    const [name, oid, peeled, date] = line.split('\0');
    if (name) {
      refs.set(name, { oid, commit: peeled || oid, updatedAt: date });
    }
  }
  return refs;
}
