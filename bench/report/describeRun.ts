import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Before the bench itself keeps the machine busy. */
const [loadBefore] = loadavg();

/** One line on when, where and of what figures were taken. */
export async function describeRun(root: string): Promise<string> {
  const { version } = JSON.parse(
    await readFile(join(root, 'backstage.json'), 'utf8'),
  );
  const processors = cpus();
  return [
    new Date().toISOString().slice(0, 10),
    await describeCommit(root),
    `${processors.length} cores (${processors[0]?.model.trim()})`,
    `${Math.round(totalmem() / 2 ** 30)} GB RAM`,
    `Node ${process.versions.node}`,
    `Backstage ${version}`,
    `load ${loadBefore.toFixed(1)} before the run`,
  ].join(' · ');
}

async function describeCommit(root: string): Promise<string> {
  try {
    const git = (args: string[]) => run('git', args, { cwd: root });
    const { stdout: commit } = await git(['rev-parse', '--short', 'HEAD']);
    const { stdout: changes } = await git(['status', '--porcelain']);
    return `commit ${commit.trim()}${changes ? ' with changes' : ''}`;
  } catch {
    // An unpacked archive has no history.
    return 'no commit';
  }
}
