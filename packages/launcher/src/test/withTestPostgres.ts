import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findTestDataFolder } from './findTestDataFolder.ts';
import { findFreePort } from '../world/ports.ts';
import { startPostgres } from '../world/postgres.ts';
import { Supervisor } from '../world/Supervisor.ts';
import { WorldLock } from '../world/WorldLock.ts';
import type { StepContext } from './TestStep.ts';

export interface TestPostgresOptions<T> {
  /** Names the folder, so that two steps do not meet in it. */
  name: string;
  /** Runs while the server does. */
  use(server: { port: number; password: string }): Promise<T>;
}

/** An empty Postgres for the time of one step, on a free port. */
export async function withTestPostgres<T>(
  { home, env, onCleanup }: StepContext,
  options: TestPostgresOptions<T>,
): Promise<T> {
  const postgresHome = join(home, options.name);
  const dataFolder = await findTestDataFolder(postgresHome);
  const port = await findFreePort();
  const lock = await WorldLock.acquire(postgresHome, {
    portalUrl: `127.0.0.1:${port}`,
    basePort: port,
  });
  const supervisor = new Supervisor(services =>
    lock.setServices(
      services.map(service => ({
        name: service.options.name,
        stopSignal: service.options.stopSignal ?? 'SIGTERM',
        identity: service.identity,
      })),
    ),
  );
  const stop = async () => {
    await supervisor.stopAll();
    await rm(dataFolder, { recursive: true, force: true });
    await lock.release();
  };
  onCleanup(stop);
  try {
    // Whatever a run that was killed has left behind.
    await rm(dataFolder, { recursive: true, force: true });
    const password = randomBytes(12).toString('hex');
    await startPostgres({
      supervisor,
      home: postgresHome,
      dataFolder,
      port,
      password,
      isDurable: false,
      variables: env,
    });
    return await options.use({ port, password });
  } finally {
    await stop();
  }
}
