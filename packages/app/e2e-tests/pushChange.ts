import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const gitUrl = process.env.ATRIUM_GIT_URL ?? 'http://localhost:7008';

export interface PushChangeOptions {
  /** Name of the repository of the sample organisation. */
  repository: string;
  file: string;
  /** The message of the commit. */
  message: string;
  change(content: string): string;
}

/** Clones a repository, changes one file and pushes, as the payments developer does. */
export async function pushChange(options: PushChangeOptions): Promise<void> {
  const { repository, file, message, change } = options;
  const clone = await mkdtemp(join(tmpdir(), `${repository}-`));
  try {
    await run('git', ['clone', cloneUrl(repository), clone]);
    const path = join(clone, file);
    const before = await readFile(path, 'utf8');
    const after = change(before);
    if (after === before) {
      throw new Error(`Nothing was changed in ${repository}/${file}`);
    }
    await writeFile(path, after);
    const author = [
      ...['-c', 'user.name=Priya Natarajan'],
      ...['-c', 'user.email=payments-dev@acme.example'],
    ];
    await run('git', [...author, 'commit', '--all', '--message', message], {
      cwd: clone,
    });
    await run('git', ['push', 'origin', 'HEAD:main'], { cwd: clone });
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}

function cloneUrl(repository: string): string {
  const url = new URL(`/acme/${repository}.git`, gitUrl);
  url.username = 'payments-dev';
  url.password = 'payments-dev';
  return url.href;
}
