import {
  checkDiskSpace,
  checkWritable,
} from '../../bin/bootstrap/checkFolder.mjs';
import { Failure, type Progress } from '../report.ts';
import type { BuiltPortal } from '../build/buildPortal.ts';
import { signIn } from '../token/signIn.ts';
import { startBackend } from './backend.ts';
import { createDatabase } from './createDatabase.ts';
import { startDevelopmentServers } from './developmentServers.ts';
import { localUrl, worldEnvironment } from './environment.ts';
import { checkPortsAreFree, worldPorts, type WorldPorts } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { listBackendPlugins } from './listBackendPlugins.ts';
import { resetHome } from './resetHome.ts';
import { runTasks } from './runTasks.ts';
import { startSandbox } from './sandbox.ts';
import { readOrCreateSecrets, type Secrets } from './secrets.ts';
import { Supervisor } from './Supervisor.ts';
import { waitForCatalog } from './waitForCatalog.ts';
import { waitForSampleData } from './waitForSampleData.ts';
import { WorldLock } from './WorldLock.ts';

export interface WorldOptions {
  root: string;
  home: string;
  basePort: number;
  /** With hot reload instead of the built app. */
  isDevelopment: boolean;
  /** As in `npm start`, for hints; absent where its options cannot be chosen. */
  command?: string;
  progress: Progress;
  /** Whether to begin with empty state. */
  reset: boolean;
  /** Variables for every part of it, beside those that it needs. */
  env?: Record<string, string>;
}

/** A first start takes some 650, mostly for Postgres. */
const NEEDED_MEGABYTES = 1_000;

/**
 * How often in a row tasks run until none has news for another: figures come
 * in, services are rated by them, and people are told of it.
 */
const ROUNDS = 3;

/** Postgres, the sandbox and the portal, as one thing to start and stop. */
export class World {
  readonly env: Record<string, string>;
  readonly #options: WorldOptions;
  readonly #ports: WorldPorts;
  readonly #lock: WorldLock;
  readonly #supervisor: Supervisor;

  private constructor(
    options: WorldOptions,
    lock: WorldLock,
    secrets: Secrets,
  ) {
    this.#options = options;
    this.#ports = worldPorts(options);
    this.#lock = lock;
    this.#supervisor = new Supervisor(services =>
      lock.setServices(
        services.map(({ options: { name, stopSignal }, identity }) => ({
          name,
          stopSignal: stopSignal ?? 'SIGTERM',
          identity,
        })),
      ),
    );
    this.env = worldEnvironment({ ...options, ports: this.#ports }, secrets);
  }

  /** Where the browser finds the portal. */
  get url(): string {
    return this.env.ATRIUM_APP_URL;
  }

  /** Settles when a part of the world ended by itself. */
  get unexpectedExit(): Promise<Failure> {
    return this.#supervisor.unexpectedExit;
  }

  /**
   * Takes the home folder and the ports, without starting anything yet.
   *
   * @throws AlreadyRunningError when another launcher runs this world
   */
  static async open(options: WorldOptions): Promise<World> {
    const { home, basePort, command, reset } = options;
    const ports = worldPorts(options);
    await checkWritable(home, {
      hint: command
        ? `Choose another folder for the state: ${command} -- --home DIR`
        : 'Make the folder writable.',
    });
    const lock = await WorldLock.acquire(home, {
      portalUrl: localUrl(ports.app),
      basePort,
    });
    try {
      if (reset) {
        await resetHome(home);
      }
      await checkDiskSpace(home, {
        megabytes: NEEDED_MEGABYTES,
        purpose: 'the portal needs',
      });
      await checkPortsAreFree(
        ports,
        command === undefined ? undefined : { command, home },
      );
      const secrets = await readOrCreateSecrets(home, command);
      return new World(options, lock, secrets);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /**
   * Starts everything and waits until the portal is ready.
   *
   * @param built - the app and the backend; without them both run from their
   *   sources, with hot reload
   */
  async start(built?: BuiltPortal): Promise<void> {
    const { root, home, progress, env, command } = this.#options;
    const port = this.#ports.postgres;
    const password = this.env.ATRIUM_POSTGRES_PASSWORD;
    const shared = {
      supervisor: this.#supervisor,
      root,
      home,
      ports: this.#ports,
      env: { ...process.env, ...env, ...this.env },
    };
    await progress.step('Postgres', async () => {
      await startPostgres({
        ...shared,
        command,
        port,
        password,
        isDurable: true,
        variables: env,
      });
      await createDatabase('atrium', { port, password });
    });
    await progress.step('Sandbox', () => startSandbox(shared));
    await progress.step('Portal', () =>
      built === undefined
        ? startDevelopmentServers(shared)
        : startBackend({ ...shared, ...built }),
    );
    await progress.step('Catalog', async () => {
      const isFilled = await waitForCatalog({
        portalUrl: this.env.ATRIUM_PORTAL_URL,
        identityUrl: this.env.ATRIUM_IDENTITY_URL,
        timeoutSeconds: 120,
      });
      return isFilled ? 'Catalog' : 'Catalog is still being filled';
    });
    await this.#lock.setReady();
  }

  /**
   * Waits until the past of the sample services is in. The portal can be used
   * before, but its figures still grow.
   *
   * @returns whether it is in
   */
  async waitForSampleData(timeoutSeconds = 180): Promise<boolean> {
    let isThere = false;
    await this.#options.progress.step('Sample data', async () => {
      isThere = await waitForSampleData({
        gitUrl: this.env.ATRIUM_GIT_URL,
        timeoutSeconds,
      });
      return isThere ? 'Sample data' : 'Sample data is still coming in';
    });
    return isThere;
  }

  /**
   * Has the portal do at once what it would do within some minutes, so that its
   * pages stay as they are then, as far as the sample services do.
   */
  async runTasks(): Promise<void> {
    const { root, progress } = this.#options;
    const portalUrl = this.env.ATRIUM_PORTAL_URL;
    const identityUrl = this.env.ATRIUM_IDENTITY_URL;
    await progress.step('Tasks', async () => {
      const persona = 'platform-admin';
      const token = await signIn({ portalUrl, identityUrl, persona });
      const pluginIds = await listBackendPlugins(root);
      for (let round = 0; round < ROUNDS; round += 1) {
        const timeoutSeconds = 300;
        const late = await runTasks({
          portalUrl,
          token,
          pluginIds,
          timeoutSeconds,
        });
        if (late.length > 0) {
          throw new Failure(
            `Tasks did not end within ${timeoutSeconds} s: ${late.join(', ')}`,
          );
        }
      }
      return 'Tasks';
    });
  }

  /** Ends everything in reverse order. */
  async stop(): Promise<void> {
    await this.#supervisor.stopAll();
    await this.#lock.release();
  }

  /** Ends everything at once, for those who do not want to wait. */
  kill(): void {
    this.#supervisor.killAll();
  }
}
