import { join } from 'node:path';
import { answers } from './answers.ts';
import type { WorldSettings } from './environment.ts';
import { localUrl } from './environment.ts';
import { importFirst } from './importFirst.ts';
import type { Supervisor } from './Supervisor.ts';

export interface SandboxOptions extends WorldSettings {
  supervisor: Supervisor;
  env: NodeJS.ProcessEnv;
}

/** Starts the outside world in a box: git host, identity provider, cluster. */
export async function startSandbox(options: SandboxOptions): Promise<void> {
  const { supervisor, root, home, ports, env } = options;
  const service = await supervisor.start({
    name: 'Sandbox',
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      ...importFirst(join(import.meta.dirname, 'childOfLauncher.mjs')),
      join(root, 'packages', 'sandbox', 'src', 'main.ts'),
    ],
    cwd: root,
    env,
    logFile: join(home, 'logs', 'sandbox.log'),
    stopSeconds: 4,
    channel: true,
  });
  await supervisor.waitUntilReady(service, {
    // The git host listens last, so its answer speaks for all of the sandbox.
    isReady: () => answers(`${localUrl(ports.git)}/api/healthz`),
    timeoutSeconds: 120,
  });
}
