import { join } from 'node:path';
import { compileConfigSchema } from '../build/compileConfigSchema.ts';
import { answers } from './answers.ts';
import { checkApp } from './checkApp.ts';
import type { WorldSettings } from './environment.ts';
import { localUrl } from './environment.ts';
import { findStartupFailure } from './findStartupFailure.ts';
import { importFirst } from './importFirst.ts';
import { removeUnused } from './removeUnused.ts';
import type { Supervisor } from './Supervisor.ts';

export const READINESS_PATH = '/.backstage/health/v1/readiness';

export interface BackendOptions extends WorldSettings {
  supervisor: Supervisor;
  env: NodeJS.ProcessEnv;
  /** The package with the built app. */
  appFolder: string;
  /** What Node runs: its options, and the file of the backend. */
  program: string[];
}

/** Starts the backend, which also serves the built app. */
export async function startBackend(options: BackendOptions): Promise<void> {
  const { supervisor, root, home, ports, env, appFolder, program } = options;
  const url = localUrl(ports.portal);
  const compiledCode = join(root, '.atrium', 'cache', 'node');
  const service = await supervisor.start({
    name: 'Backend',
    command: process.execPath,
    args: [
      '--enable-source-maps',
      ...importFirst(join(import.meta.dirname, 'childOfLauncher.mjs')),
      ...program,
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.sandbox.yaml',
    ],
    cwd: root,
    env: {
      ...env,
      NODE_ENV: 'production',
      // A package is found by its path as well as by its name.
      APP_CONFIG_app_packageName: appFolder,
      ATRIUM_CONFIG_SCHEMA: await compileConfigSchema(root),
      // Keeps compiled code between starts.
      NODE_COMPILE_CACHE: compiledCode,
    },
    logFile: join(home, 'logs', 'backend.log'),
    channel: true,
  });
  await supervisor.waitUntilReady(service, {
    isReady: () => answers(`${url}${READINESS_PATH}`),
    timeoutSeconds: 180,
    findFailure: findStartupFailure,
  });
  await checkApp(url);
  // Each build has its own. A folder that nobody may write to is no reason not to
  // start.
  await removeUnused(compiledCode, Date.now()).catch(() => {});
}
