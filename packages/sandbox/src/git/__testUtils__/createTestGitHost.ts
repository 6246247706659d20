import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { SandboxConfig } from '../../config.ts';
import { personas } from '../../personas.ts';
import type { Actions } from '../Actions.ts';
import { createGitHost } from '../createGitHost.ts';
import type { RepositoryStore } from '../RepositoryStore.ts';

const run = promisify(execFile);

/** A small organisation instead of the one under `examples`. */
const sampleFiles: Record<string, string> = {
  'payment-service/catalog-info.yaml': [
    'kind: Component',
    'metadata:',
    '  name: payment-service',
    '  description: Takes <b>payments</b>',
    'spec:',
    '  owner: team-payments',
    '',
  ].join('\n'),
  'payment-service/README.md': '# Payments\n\n<script>alert(1)</script>\n',
  'payment-service/docs/index.md': '# Documentation\n',
  'payment-service/deploy/service.yaml': 'kind: Service\n',
  'payment-service/deploy/notes.txt': 'no manifest\n',
  'user-service/README.md': '# Users\n',
};

export interface TestGitHost {
  config: SandboxConfig;
  directory: string;
  url: string;
  api(path: string, options?: ApiOptions): Promise<ApiResult>;
  /** Runs git in the folder of the test and returns what it printed. */
  git(args: string[], cwd?: string): Promise<string>;
  clone(repository: string, userName?: string): Promise<string>;
  commit(clone: string, files: Record<string, string>): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface ApiOptions {
  method?: string;
  as?: string;
  body?: unknown;
}

/** JSON of which nothing is known; tests compare what they find in it. */
export interface JsonBody {
  readonly [key: string]: JsonBody;
}

export interface ApiResult {
  status: number;
  headers: Headers;
  body: JsonBody;
}

/** Starts a git host on free ports with everything it keeps in a new folder. */
export async function createTestGitHost(
  options: {
    portalUrl?: string;
    openActions?: (store: RepositoryStore, config: SandboxConfig) => Actions;
  } = {},
): Promise<TestGitHost> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'git-host-'));
  await writeFiles(path.join(directory, 'examples', 'acme'), sampleFiles);
  const unused = 'http://localhost:9';
  const config: SandboxConfig = {
    root: directory,
    stateDir: path.join(directory, 'state'),
    portalUrl: options.portalUrl ?? unused,
    gitUrl: `http://localhost:${await findFreePort()}`,
    gitToken: 'sandbox-token',
    webhookSecret: 'sandbox-webhook',
    deliverySecret: 'sandbox-delivery',
    identityUrl: unused,
    oidcClientSecret: 'sandbox-client',
    kubernetesUrl: unused,
    kubernetesTokens: { portal: '', score: '', provisioning: '', secrets: '' },
    metricsUrl: unused,
    sloToken: 'sandbox-slo',
    home: '',
    postgres: { port: 0, password: '' },
  };

  const start = async () => {
    const { openActions } = options;
    const created = await createGitHost({
      config,
      personas,
      openActions: openActions && (store => openActions(store, config)),
    });
    await created.listen();
    return created;
  };
  let host = await start();

  const git: TestGitHost['git'] = async (args, cwd = directory) => {
    const { stdout } = await run('git', args, {
      cwd,
      env: {
        ...process.env,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: os.devNull,
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'Priya Natarajan',
        GIT_AUTHOR_EMAIL: 'payments-dev@acme.example',
        GIT_COMMITTER_NAME: 'Priya Natarajan',
        GIT_COMMITTER_EMAIL: 'payments-dev@acme.example',
      },
    });
    return stdout;
  };

  return {
    config,
    directory,
    url: config.gitUrl,
    git,

    async api(apiPath, { method = 'GET', as, body } = {}) {
      const response = await fetch(`${config.gitUrl}/api/v1${apiPath}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(as ? { Authorization: authorization(as, config) } : {}),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text ? JSON.parse(text) : undefined,
      };
    },

    async clone(repository, userName) {
      const target = await fs.mkdtemp(path.join(directory, 'clone-'));
      const url = new URL(`${config.gitUrl}/acme/${repository}.git`);
      url.username = userName ?? '';
      url.password = userName ?? '';
      await git(['clone', '--quiet', url.href, target]);
      return target;
    },

    async commit(clone, files) {
      await writeFiles(clone, files);
      await git(['add', '--all'], clone);
      await git(['commit', '--quiet', '--message', 'Change files'], clone);
    },

    async restart() {
      await host.close();
      host = await start();
    },

    async close() {
      await host.close();
      await fs.rm(directory, { recursive: true, force: true });
    },
  };
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

function authorization(userName: string, config: SandboxConfig) {
  const password = userName === 'atrium' ? config.gitToken : userName;
  return `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
}

async function writeFiles(directory: string, files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, content);
  }
}
