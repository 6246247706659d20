import { join } from 'node:path';
import { compileConfigSchema } from '../build/compileConfigSchema.ts';
import { answers } from './answers.ts';
import { READINESS_PATH } from './backend.ts';
import type { WorldSettings } from './environment.ts';
import { localUrl } from './environment.ts';
import { importFirst } from './importFirst.ts';
import type { Service, Supervisor } from './Supervisor.ts';

export interface DevelopmentServersOptions extends WorldSettings {
  supervisor: Supervisor;
  env: NodeJS.ProcessEnv;
}

/**
 * Starts the backend and the app's development server, which both follow
 * changes of the sources.
 */
export async function startDevelopmentServers(
  options: DevelopmentServersOptions,
): Promise<void> {
  const { supervisor, ports } = options;
  const backend = await startPackage('Backend', 'backend', options);
  const app = await startPackage('App', 'app', options);
  // Without a limit: an error in the sources is shown, corrected, and the
  // servers come up then.
  const timeoutSeconds = Infinity;
  await Promise.all([
    supervisor.waitUntilReady(backend, {
      isReady: () => answers(`${localUrl(ports.portal)}${READINESS_PATH}`),
      timeoutSeconds,
    }),
    supervisor.waitUntilReady(app, {
      isReady: () => answers(localUrl(ports.app)),
      timeoutSeconds,
    }),
  ]);
}

/** What `backstage-cli repo start` does, once for each of the two packages. */
async function startPackage(
  name: string,
  packageFolder: string,
  options: DevelopmentServersOptions,
): Promise<Service> {
  const { supervisor, root, home, env } = options;
  return supervisor.start({
    name,
    command: process.execPath,
    args: [
      ...importFirst(join(import.meta.dirname, 'childOfLauncher.mjs')),
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      '--config',
      '../../app-config.yaml',
      '--config',
      '../../app-config.sandbox.yaml',
    ],
    cwd: join(root, 'packages', packageFolder),
    // The launcher says where the portal is; nobody asked for a new tab.
    env: {
      ...env,
      NODE_ENV: 'development',
      BROWSER: 'none',
      ATRIUM_CONFIG_SCHEMA: await compileConfigSchema(root),
    },
    logFile: join(home, 'logs', `${packageFolder}.log`),
    channel: true,
    echo: true,
  });
}
