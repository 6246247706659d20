import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import { REQUIRED_VARIABLES } from '../readProductionConfig';
import type { CollectedRoute } from './collectRoutes';
import { AgentSession } from './AgentSession';
import type { ClientDocuments } from './ClientDocuments';
import { TokenForge } from './TokenForge';

const POLL_MS = 20;
const START_TIMEOUT_MS = 100_000;
const APP_PACKAGE = 'app-of-one-page';

const ROOT = resolve(__dirname, '../../../../..');
const TRANSFORM = join(
  ROOT,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/** Persons by the name of the group that they are in. */
const GROUP_OF = {
  'new-hire': 'group:default/team-storefront',
  'platform-admin': 'group:default/platform-team',
};

/** Somebody who signs in to a {@link RunningPortal}. */
export type Persona = keyof typeof GROUP_OF;

/**
 * What tokens of tools are restricted to, by what they send. Each is a token by itself.
 */
const TOOL_ACCESS = {
  deliveryEvents: { plugin: 'delivery' },
  catalogFiles: { plugin: 'catalog-health' },
  securityFindings: {
    plugin: 'scorecard',
    permission: 'scorecard.finding.upload',
  },
};

/** A tool that calls a {@link RunningPortal} with a token of its own. */
export type Tool = keyof typeof TOOL_ACCESS;

/** The token that the configuration gives to a tool. */
export function tokenOf(tool: Tool): string {
  return `token-of-${tool}`;
}

/** An empty database on a test server. */
interface DatabaseConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/**
 * The whole backend in a process of its own: the entry point, the services and
 * the configuration of production.
 */
export class RunningPortal {
  readonly url: string;
  readonly forge: TokenForge;
  /** Every route that it has. */
  readonly routes: CollectedRoute[];
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #readLog: () => string;

  private constructor(options: {
    url: string;
    forge: TokenForge;
    routes: CollectedRoute[];
    child: ChildProcess;
    folder: string;
    readLog: () => string;
  }) {
    this.url = options.url;
    this.forge = options.forge;
    this.routes = options.routes;
    this.#child = options.child;
    this.#folder = options.folder;
    this.#readLog = options.readLog;
  }

  static async start(
    database: DatabaseConnection,
    documents: Pick<ClientDocuments, 'urls' | 'certificateFile'>,
  ): Promise<RunningPortal> {
    const port = await findFreePort();
    const url = `http://localhost:${port}`;
    const folder = await mkdtemp(join(tmpdir(), 'atrium-portal-'));
    const forge = await TokenForge.create(folder);
    await writeApp(folder);
    const overrides = join(folder, 'app-config.test.json');
    await writeFile(
      overrides,
      JSON.stringify(configure(forge, documents.urls)),
    );
    const child = spawn(
      process.execPath,
      [
        ...[TRANSFORM, require.resolve('./instrument')].flatMap(file => [
          '--require',
          file,
        ]),
        join(ROOT, 'packages/backend/src/index.ts'),
        ...['app-config.yaml', 'app-config.production.yaml', overrides].flatMap(
          file => ['--config', file],
        ),
      ],
      {
        cwd: ROOT,
        env: {
          ...REQUIRED_VARIABLES,
          ...pickClock(process.env),
          ATRIUM_PORTAL_URL: url,
          ATRIUM_HOME: folder,
          ATRIUM_GITHUB_ORGANIZATION: 'acme',
          GITHUB_TOKEN: 'not-a-token-but-a-test',
          GITHUB_WEBHOOK_SECRET: 'not-a-secret-but-a-test',
          POSTGRES_HOST: database.host,
          POSTGRES_PORT: `${database.port}`,
          POSTGRES_USER: database.user,
          POSTGRES_PASSWORD: database.password,
          POSTGRES_DATABASE: database.database,
          PATH: process.env.PATH,
          PORT: `${port}`,
          NODE_ENV: 'production',
          NODE_EXTRA_CA_CERTS: documents.certificateFile,
          NODE_PATH: join(folder, 'node_modules'),
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const chunks: Buffer[] = [];
    child.stdout?.on('data', chunk => chunks.push(chunk));
    child.stderr?.on('data', chunk => chunks.push(chunk));
    const readLog = () => Buffer.concat(chunks).toString();
    const giveUp = AbortSignal.timeout(START_TIMEOUT_MS);
    while (!(await isReady(url))) {
      if (giveUp.aborted || child.exitCode !== null) {
        child.kill('SIGKILL');
        await rm(folder, { recursive: true });
        throw new Error(`The portal does not start\n${readLog()}`);
      }
      await sleep(POLL_MS);
    }
    const routes = await readRoutes(url);
    return new RunningPortal({ url, forge, routes, child, folder, readLog });
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    await rm(this.#folder, { recursive: true });
  }

  /** What it has logged so far. */
  get log(): string {
    return this.#readLog();
  }

  /** Waits until it has logged a text. */
  async waitForLog(text: string): Promise<void> {
    while (!this.log.includes(text)) {
      await sleep(POLL_MS);
    }
  }

  /** Signs a person in, and answers their token. */
  async signIn(persona: Persona): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/persona/refresh`, {
      headers: {
        'x-persona': `user:default/${persona} user:default/${persona} ${GROUP_OF[persona]}`,
        'X-Requested-With': 'XMLHttpRequest',
      },
    });
    if (!response.ok) {
      throw new Error(`Cannot sign in: ${await response.text()}`);
    }
    return (await response.json()).backstageIdentity.token;
  }
}

/** What has a process and its database agree on the date, whatever it is. */
function pickClock(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) =>
      /^(LD_PRELOAD|FAKETIME\w*|TZ)$/.test(name),
    ),
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/.backstage/health/v1/readiness`)).ok;
  } catch {
    return false;
  }
}

/** What `instrument.ts` collects, without the routes that it adds itself. */
async function readRoutes(url: string): Promise<CollectedRoute[]> {
  const routes: CollectedRoute[] = await (
    await fetch(`${url}/test/routes`)
  ).json();
  return routes.filter(
    ({ path }) =>
      !path.startsWith('/api/auth/persona/') && path !== '/test/routes',
  );
}

/** What differs from any production: nothing outside this machine is asked. */
function configure(forge: TokenForge, clientIds: string[]): JsonObject {
  return {
    app: { packageName: APP_PACKAGE },
    backend: {
      auth: {
        externalAccess: Object.entries(TOOL_ACCESS).map(([tool, access]) => ({
          type: 'static',
          options: { token: tokenOf(tool as Tool), subject: tool },
          accessRestrictions: [access],
        })),
      },
    },
    integrations: {
      github: [{ host: 'localhost', apiBaseUrl: 'http://localhost:9' }],
    },
    catalog: { providers: { github: { discovery: { host: 'localhost' } } } },
    // Plugins have no routes for what is not configured.
    events: {
      modules: { gitea: { webhookSecret: 'not-a-secret-but-a-test' } },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters: [] }],
    },
    auth: {
      providers: { persona: {} },
      clientIdMetadataDocuments: { allowedClientIdPatterns: clientIds },
      staticClients: [
        {
          clientId: AgentSession.clientId,
          redirectUris: [AgentSession.redirectUri],
        },
      ],
      keyStore: { provider: 'static', static: { keys: [forge.keyConfig] } },
    },
  };
}

/** An app of one page, since the real one may not have been built. */
async function writeApp(folder: string): Promise<void> {
  const app = join(folder, 'node_modules', APP_PACKAGE);
  await mkdir(join(app, 'dist/static'), { recursive: true });
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: APP_PACKAGE, version: '0.0.0' }),
  );
  await writeFile(join(app, 'dist/index.html'), '<html></html>');
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') {
    throw new Error('There is no free port');
  }
  return address.port;
}
