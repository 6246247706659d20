import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productionEnvironment } from '@atrium/launcher/src/test/productionEnvironment.ts';
import { createDatabase } from '@atrium/launcher/src/world/createDatabase.ts';
import { startPostgres } from '@atrium/launcher/src/world/postgres.ts';
import { Supervisor } from '@atrium/launcher/src/world/Supervisor.ts';
import pg from 'pg';
import { AlertReceiver } from './AlertReceiver.ts';
import { FreezableProxy } from './FreezableProxy.ts';
import { GitHost } from './GitHost.ts';
import { CATALOG_URL, portalFiles } from './portalFiles.ts';
import { Replica } from './Replica.ts';
import { RepositoryHost } from './RepositoryHost.ts';

const DATABASE = 'faults';
const TOKEN = 'token-of-the-faults-rig';
const SUBJECT = 'faults';

export interface FaultsWorldOptions {
  /** The folder that the built backend is laid out in. */
  image: string;
  home: string;
  /** The first of eight. */
  port: number;
  /** Done at the end, the last one first. */
  cleanups: (() => Promise<void>)[];
}

/**
 * What replicas of the portal run in: a Postgres that can be frozen, a git host
 * with one service, and somebody who takes its alerts.
 */
export interface FaultsWorld {
  ports: { balancer: number; replicas: [number, number] };
  /** Of a service that may read everything. */
  headers: Record<string, string>;
  /** Asks the database past what can be frozen. */
  pool: pg.Pool;
  postgres: FreezableProxy;
  git: GitHost;
  /** Where templates make repositories. */
  repositories: RepositoryHost;
  alerts: AlertReceiver;
  /** Where sites of documentation are published. */
  publishedDocs: string;
  startReplica(port: number, env?: Record<string, string>): Replica;
}

/** Starts the surroundings, with an empty database. */
export async function startFaultsWorld(
  options: FaultsWorldOptions,
): Promise<FaultsWorld> {
  const { image, home, port, cleanups } = options;
  const [balancer, first, second, server, proxied, git, alerts, repositories] =
    Array.from({ length: 8 }, (_, index) => port + index);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const password = randomBytes(12).toString('hex');
  const pool = await startDatabase({ home, port: server, password }, cleanups);
  const postgres = await FreezableProxy.start(proxied, server);
  cleanups.push(() => postgres.stop());
  const gitHost = await GitHost.start(git, portalFiles(1));
  cleanups.push(() => gitHost.stop());
  const receiver = await AlertReceiver.start(alerts);
  cleanups.push(() => receiver.stop());
  const configFile = join(home, 'app-config.faults.json');
  const repositoryHost = await RepositoryHost.start(repositories, home);
  cleanups.push(() => repositoryHost.stop());
  const config = createConfig({ image, gitHost, receiver, repositoryHost });
  await writeFile(configFile, JSON.stringify(config));

  return {
    ports: { balancer, replicas: [first, second] },
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    },
    pool,
    postgres,
    git: gitHost,
    repositories: repositoryHost,
    alerts: receiver,
    publishedDocs: join(home, 'portal', 'techdocs'),
    startReplica(replicaPort, env) {
      const replica = new Replica({
        image,
        port: replicaPort,
        configFile,
        env: {
          ...productionEnvironment({
            port: replicaPort,
            portalUrl: `http://127.0.0.1:${balancer}`,
            server: { port: proxied, password },
            database: DATABASE,
          }),
          ATRIUM_HOME: join(home, 'portal'),
          ...env,
        },
        logFile: join(home, 'logs', `replica-${replicaPort}.log`),
      });
      cleanups.push(async () => {
        await replica.stop('SIGKILL');
      });
      return replica;
    },
  };
}

async function startDatabase(
  server: { home: string; port: number; password: string },
  cleanups: FaultsWorldOptions['cleanups'],
): Promise<pg.Pool> {
  const supervisor = new Supervisor();
  cleanups.push(() => supervisor.stopAll());
  await startPostgres({ supervisor, isDurable: true, ...server });
  await createDatabase(DATABASE, server);
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password: server.password,
    database: DATABASE,
    max: 4,
  });
  // Whoever stops the server first ends idle connections too.
  pool.on('error', () => {});
  cleanups.push(() => pool.end());
  return pool;
}

/** How the portal differs from one in production: its git hosts and its pace. */
function createConfig(options: {
  image: string;
  gitHost: GitHost;
  receiver: AlertReceiver;
  repositoryHost: RepositoryHost;
}) {
  const { image, gitHost, receiver, repositoryHost } = options;
  return {
    backend: {
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: SUBJECT } },
        ],
      },
    },
    integrations: {
      github: [
        { host: 'github.com', apiBaseUrl: gitHost.url, token: 'a-test-token' },
      ],
      gitea: [
        {
          host: repositoryHost.host,
          baseUrl: repositoryHost.url,
          username: 'atrium',
          password: repositoryHost.token,
        },
      ],
    },
    catalog: {
      providers: {
        gitea: {
          acme: {
            organization: 'acme',
            host: repositoryHost.host,
            branch: 'main',
            catalogPath: 'catalog-info.yaml',
            schedule: { frequency: { seconds: 5 }, timeout: { minutes: 1 } },
          },
        },
      },
      locations: [
        {
          type: 'url',
          target: CATALOG_URL,
          rules: [{ allow: ['Component', 'Group', 'User'] }],
        },
        {
          type: 'file',
          target: join(image, 'templates/node-service/template.yaml'),
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
    cost: { imports: { senders: [SUBJECT] } },
    scaffolder: { taskRecovery: { staleTimeout: { seconds: 10 } } },
    slo: {
      definitions: { frequency: { seconds: 2 } },
      evaluation: { frequency: { seconds: 2 } },
      alerts: {
        targets: [{ name: 'on-call', type: 'slack', url: receiver.url }],
      },
    },
  };
}
