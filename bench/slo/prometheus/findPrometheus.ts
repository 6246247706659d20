import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The version of Prometheus on this machine, whose tools come with it;
 * `undefined` when there is none.
 */
export async function findPrometheus(): Promise<string | undefined> {
  try {
    await run('promtool', ['--version']);
    const { stdout, stderr } = await run('prometheus', ['--version']);
    return /version (\d+\.\d+\.\d+)/.exec(stdout + stderr)?.[1];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
