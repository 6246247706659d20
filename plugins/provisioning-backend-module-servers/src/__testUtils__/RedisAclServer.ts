import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerConfig } from '../config/ServerConfig';
import { RedisServer } from '../redis/RedisServer';
import { findFreePort } from './findFreePort';

/** A server of Redis that keeps its users in a file, and its data on disk. */
export class RedisAclServer {
  readonly config: ServerConfig;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(config: ServerConfig, folder: string) {
    this.config = config;
    this.#folder = folder;
  }

  static async start(): Promise<RedisAclServer> {
    const folder = await mkdtemp(join(tmpdir(), 'atrium-redis-'));
    await writeFile(
      join(folder, 'users.acl'),
      'user default on nopass ~* &* +@all\n',
    );
    const [host, port] = ['127.0.0.1', await findFreePort()];
    const config = { name: 'kept', host, port, workloads: { host, port } };
    const server = new RedisAclServer(config, folder);
    await server.#run();
    return server;
  }

  async restart() {
    await this.#end();
    await this.#run();
  }

  async stop() {
    await this.#end();
    await rm(this.#folder, { recursive: true });
  }

  async #run() {
    const options = {
      port: String(this.config.port),
      bind: this.config.host,
      dir: this.#folder,
      aclfile: join(this.#folder, 'users.acl'),
      appendonly: 'yes',
      save: '',
    };
    this.#process = spawn(
      'redis-server',
      Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
      { stdio: 'ignore' },
    );
    for (let waited = 0; waited < 10_000; waited += 50) {
      const isThere = await new RedisServer(this.config)
        .withConnection(AbortSignal.timeout(5_000), ({ ask }) => ask('PING'))
        .catch(() => undefined);
      if (isThere) {
        return;
      }
      await sleep(50);
    }
    throw new Error('redis-server does not listen');
  }

  async #end() {
    this.#process?.kill();
    if (this.#process) {
      await once(this.#process, 'exit');
    }
  }
}
