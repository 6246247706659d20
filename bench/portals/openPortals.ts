import { join } from 'node:path';
import { bundleBackend } from '@atrium/launcher/src/build/backend/bundleBackend.ts';
import { buildApp } from '@atrium/launcher/src/build/buildApp.ts';
import { Failure } from '@atrium/launcher/src/report.ts';
import { createDatabase } from '@atrium/launcher/src/world/createDatabase.ts';
import {
  localUrl,
  worldEnvironment,
} from '@atrium/launcher/src/world/environment.ts';
import {
  checkPortsAreFree,
  worldPorts,
} from '@atrium/launcher/src/world/ports.ts';
import { startPostgres } from '@atrium/launcher/src/world/postgres.ts';
import { startSandbox } from '@atrium/launcher/src/world/sandbox.ts';
import {
  readOrCreateSecrets,
  type Secrets,
} from '@atrium/launcher/src/world/secrets.ts';
import { Supervisor } from '@atrium/launcher/src/world/Supervisor.ts';
import {
  AlreadyRunningError,
  WorldLock,
} from '@atrium/launcher/src/world/WorldLock.ts';
import type { BenchContext } from '../Bench.ts';
import { ensureStock } from '../stock/ensureStock.ts';
import type { Portal, Portals } from './Portal.ts';

/** Room for the ports of one world. */
const PORT_DISTANCE = 10;

/**
 * Builds both portals and starts what they need: one Postgres with a database
 * for each, and a sandbox for each, since an identity provider knows the
 * address of one portal. The portals themselves are not started.
 */
export async function openPortals(context: BenchContext): Promise<Portals> {
  const { root, progress } = context;
  const lock = await lockHome(context);

  let stockRoot = '';
  await progress.step('Stock app', async () => {
    stockRoot = await ensureStock(context);
  });
  const secrets = await readOrCreateSecrets(context.home);
  const open = async (name: Portal['name'], portalRoot: string) => {
    let appFolder = '';
    let program: string[] = [];
    await progress.step(`App and backend of ${name}`, async () => {
      ({ folder: appFolder } = await buildApp(portalRoot));
      program =
        name === 'Atrium'
          ? (await bundleBackend(portalRoot)).program
          : stockProgram(portalRoot);
    });
    return {
      ...describePortal(name, { context, secrets, portalRoot }),
      appFolder,
      program,
    };
  };
  const portals: Portals = {
    stock: await open('stock', stockRoot),
    atrium: await open('Atrium', root),
  };
  const supervisor = new Supervisor(services =>
    lock.setServices(
      services.map(({ options: { name, stopSignal }, identity }) => ({
        name,
        stopSignal: stopSignal ?? 'SIGTERM',
        identity,
      })),
    ),
  );
  context.onCleanup(() => supervisor.stopAll());
  await progress.step('Postgres and sandboxes', () =>
    startWorld(portals, { context, supervisor }),
  );
  return portals;
}

/** The sources, by the loader of Backstage's CLI: stock has no bundle to start. */
function stockProgram(root: string): string[] {
  return [
    '--require',
    join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
    join(root, 'packages/backend/src/index.ts'),
  ];
}

async function lockHome(context: BenchContext): Promise<WorldLock> {
  const { home, basePort } = context;
  try {
    const portalUrl = localUrl(basePort);
    const lock = await WorldLock.acquire(home, { portalUrl, basePort });
    context.onCleanup(() => lock.release());
    return lock;
  } catch (error) {
    if (error instanceof AlreadyRunningError) {
      const { pid } = error.record.launcher;
      throw new Failure(`A bench is already running (pid ${pid})`, {
        hint: 'Two at once would only measure each other.',
      });
    }
    throw error;
  }
}

function describePortal(
  name: Portal['name'],
  options: { context: BenchContext; secrets: Secrets; portalRoot: string },
): Omit<Portal, 'appFolder' | 'program'> {
  const { context, secrets, portalRoot } = options;
  const isAtrium = name === 'Atrium';
  const home = join(context.home, 'worlds', name.toLowerCase());
  const ports = {
    ...worldPorts({
      basePort: context.basePort + (isAtrium ? 0 : PORT_DISTANCE),
      isDevelopment: false,
    }),
    // The two share it.
    postgres: worldPorts({ ...context, isDevelopment: false }).postgres,
  };
  return {
    name,
    root: portalRoot,
    home,
    ports,
    // Sample organisation and templates come from the checkout for both.
    env: worldEnvironment({ root: context.root, home, ports }, secrets),
    url: localUrl(ports.portal),
    identityUrl: localUrl(ports.identity),
  };
}

async function startWorld(
  portals: Portals,
  options: { context: BenchContext; supervisor: Supervisor },
): Promise<void> {
  const { context, supervisor } = options;
  const port = portals.atrium.ports.postgres;
  const password = portals.atrium.env.ATRIUM_POSTGRES_PASSWORD;
  for (const portal of [portals.atrium, portals.stock]) {
    await checkPortsAreFree(portal.ports, {
      command: 'npm run bench',
      home: context.home,
    });
  }
  await startPostgres({
    supervisor,
    home: context.home,
    port,
    password,
    isDurable: true,
  });
  for (const portal of [portals.atrium, portals.stock]) {
    await createDatabase(portal.name.toLowerCase(), { port, password });
    await startSandbox({
      supervisor,
      root: context.root,
      home: portal.home,
      ports: portal.ports,
      env: { ...process.env, ...portal.env },
    });
  }
}
