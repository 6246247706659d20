import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MODULE = join(
  resolvePackagePath('@atrium/git-hosts'),
  '../sandbox/src/git/__testUtils__/createTestGitHost.ts',
);

// The sandbox is a program of its own: talked to by HTTP, never imported.
const SCRIPT = `
  const { createTestGitHost } = await import(${JSON.stringify(MODULE)});
  const host = await createTestGitHost();
  process.stdin.once('end', () => host.close()).resume();
  console.log(JSON.stringify({ url: host.url, token: host.config.gitToken }));
`;

/** The git host of the sandbox, with sample repositories of its own. */
export interface SandboxGitHost {
  url: string;
  token: string;
  close(): Promise<void>;
}

/** Starts the git host of the sandbox on a free port. */
export async function startSandboxGitHost(): Promise<SandboxGitHost> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  const [line]: string[] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The git host ended with ${code}`);
    }),
  ]);
  return {
    ...JSON.parse(line),
    async close() {
      const isGone = once(child, 'exit');
      child.stdin.end();
      await isGone;
    },
  };
}
