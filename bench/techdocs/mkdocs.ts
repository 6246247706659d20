import { execFile } from 'node:child_process';
import { setPriority } from 'node:os';
import { promisify } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { Builder } from './Builder.ts';

const run = promisify(execFile);

/** The priority of the engine's process, so that a busy machine favours none. */
const NICENESS = 5;

/** Where Debian puts it; another one on the path may lack the theme. */
const MKDOCS = '/usr/bin/mkdocs';

export interface Mkdocs extends Builder {
  version: string;
}

/** The mkdocs of the system, run once per build as TechDocs runs it. */
export async function findMkdocs(): Promise<Mkdocs> {
  let version: string;
  try {
    const { stdout } = await run(MKDOCS, ['--version']);
    version = /version (\S+)/.exec(stdout)?.[1] ?? 'unknown';
  } catch {
    throw new Failure(`There is no mkdocs at ${MKDOCS}`, {
      hint: 'apt-get install -y mkdocs mkdocs-material',
    });
  }
  return {
    version,
    async build(inputDir, outputDir) {
      const running = run(
        MKDOCS,
        ['build', '--quiet', '--site-dir', outputDir],
        { cwd: inputDir, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } },
      );
      setPriority(running.child.pid ?? 0, NICENESS);
      await running;
    },
  };
}
