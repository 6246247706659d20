import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A working copy. */
export class GitClone {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(url: string, folder: string): Promise<GitClone> {
    await git('clone', '--quiet', url, folder);
    return new GitClone(folder);
  }

  async listFiles(): Promise<string[]> {
    const files = await git('-C', this.folder, 'ls-files');
    return files.trim().split('\n');
  }

  /** The hash, author and subject of the last commit. */
  async readHead() {
    const format = '--format=%H%n%an <%ae>%n%s';
    const output = await git('-C', this.folder, 'log', '-1', format);
    const [hash, author, subject] = output.trim().split('\n');
    return { hash, author, subject };
  }

  /** Commits every change and pushes it. */
  async push(message: string): Promise<void> {
    const inFolder = ['-C', this.folder];
    const author = [
      '-c',
      'user.name=Priya',
      '-c',
      'user.email=priya@localhost',
    ];
    await git(...inFolder, 'add', '--all');
    await git(...inFolder, ...author, 'commit', '--quiet', '-m', message);
    await git(...inFolder, 'push', '--quiet', 'origin', 'HEAD');
  }

  path(name: string): string {
    return join(this.folder, name);
  }
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_TERMINAL_PROMPT: '0',
    },
  });
  return stdout;
}
