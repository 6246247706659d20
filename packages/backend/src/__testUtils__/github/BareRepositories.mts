import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What one commit did, as a push event names it. */
export interface CommitChanges {
  id: string;
  message: string;
  timestamp: string;
  author: { name: string; email: string };
  added: string[];
  removed: string[];
  modified: string[];
}

/** Bare repositories in a folder, one per `owner/name`, read by git itself. */
export class BareRepositories {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  has(repository: string): boolean {
    return existsSync(this.#folder(repository));
  }

  async create(repository: string): Promise<void> {
    const folder = this.#folder(repository);
    await git('init', '--quiet', '--bare', '--initial-branch=main', folder);
    await git('-C', folder, 'config', 'http.receivepack', 'true');
  }

  /** Renames a branch; the default branch stays that, under its new name. */
  async renameBranch(
    repository: string,
    { from, to }: { from: string; to: string },
  ): Promise<void> {
    await this.#git(repository, 'branch', '--move', from, to);
  }

  async readDefaultBranch(repository: string): Promise<string> {
    const branch = await this.#git(
      repository,
      'symbolic-ref',
      '--short',
      'HEAD',
    );
    return branch.trim();
  }

  /** The commit that a branch points to, if there is such a branch. */
  async readBranch(
    repository: string,
    branch: string,
  ): Promise<string | undefined> {
    const commit = await this.#git(
      repository,
      'for-each-ref',
      '--format=%(objectname)',
      `refs/heads/${branch}`,
    );
    return commit.trim() || undefined;
  }

  /** A file and its blob id, at a branch or commit. */
  async readFile(
    repository: string,
    { ref, path }: { ref: string; path: string },
  ): Promise<{ content: string; id: string } | undefined> {
    try {
      const id = await this.#git(repository, 'rev-parse', `${ref}:${path}`);
      const content = await this.#git(repository, 'show', `${ref}:${path}`);
      return { content, id: id.trim() };
    } catch {
      return undefined;
    }
  }

  /** A commit as a compressed tar, in one folder. */
  async archive(repository: string, commit: string): Promise<Buffer> {
    const { stdout } = await run(
      'git',
      [
        '--git-dir',
        this.#folder(repository),
        'archive',
        '--format=tar.gz',
        `--prefix=${repository.replace('/', '-')}-${commit}/`,
        commit,
      ],
      { encoding: 'buffer' },
    );
    return stdout;
  }

  /** The commits after `before`, or all up to `after`, oldest first. */
  async listCommits(
    repository: string,
    { before, after }: { before: string | undefined; after: string },
  ): Promise<CommitChanges[]> {
    const range = before ? `${before}..${after}` : after;
    const ids = await this.#git(repository, 'rev-list', '--reverse', range);
    const commits: CommitChanges[] = [];
    for (const id of ids.trim().split('\n').filter(Boolean)) {
      commits.push(await this.#readCommit(repository, id));
    }
    return commits;
  }

  async #readCommit(repository: string, id: string): Promise<CommitChanges> {
    const output = await this.#git(
      repository,
      'show',
      '--no-renames',
      '--name-status',
      '--format=%aI%n%an%n%ae%n%s%n',
      id,
    );
    const [timestamp, name, email, message, ...lines] = output
      .trim()
      .split('\n');
    const filesWith = (status: string) =>
      lines
        .map(line => line.split('\t'))
        .filter(([letter]) => letter === status)
        .map(([, path]) => path);
    return {
      id,
      message,
      timestamp,
      author: { name, email },
      added: filesWith('A'),
      removed: filesWith('D'),
      modified: filesWith('M'),
    };
  }

  #folder(repository: string): string {
    return join(this.root, `${repository}.git`);
  }

  #git(repository: string, ...args: string[]): Promise<string> {
    return git('--git-dir', this.#folder(repository), ...args);
  }
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, {
    // The settings of whoever runs the tests must not decide what they say.
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
    },
  });
  return stdout;
}
