import {
  createAccount,
  createOperator,
  createUser,
  encodeAccount,
  encodeOperator,
  encodeUser,
  fmtCreds,
  type KeyPair,
} from '@nats-io/jwt';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { NatsJwtServerConfig } from '../config/ServerConfig';
import { findFreePort } from './findFreePort';

const UNLIMITED = {
  subs: -1,
  data: -1,
  payload: -1,
  imports: -1,
  exports: -1,
  wildcards: true,
  conn: -1,
  leaf: -1,
};

/** A server of NATS in operator mode, with its accounts in memory. */
export class NatsOperatorServer {
  readonly config: NatsJwtServerConfig;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    config: NatsJwtServerConfig,
    running: { process: ChildProcess; folder: string },
  ) {
    this.config = config;
    this.#process = running.process;
    this.#folder = running.folder;
  }

  static async start(): Promise<NatsOperatorServer> {
    const folder = await mkdtemp(join(tmpdir(), 'atrium-nats-'));
    const [operator, system, account, signer, systemUser] = [
      createOperator(),
      createAccount(),
      createAccount(),
      createAccount(),
      createUser(),
    ];
    const options = { signer: operator };
    const systemJwt = await encodeAccount(
      'SYS',
      system,
      { limits: UNLIMITED },
      options,
    );
    const accountJwt = await encodeAccount(
      'queues',
      account,
      {
        signing_keys: [signer.getPublicKey()],
        limits: {
          ...UNLIMITED,
          mem_storage: -1,
          disk_storage: -1,
          streams: -1,
          consumer: -1,
        },
      },
      options,
    );
    const port = await findFreePort();
    const file = join(folder, 'server.conf');
    await writeFile(
      file,
      `listen: 127.0.0.1:${port}
operator: ${await encodeOperator('operator', operator)}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload: {
  ${system.getPublicKey()}: ${systemJwt}
  ${account.getPublicKey()}: ${accountJwt}
}
jetstream { store_dir: ${JSON.stringify(join(folder, 'jetstream'))} }
`,
    );
    const process = spawn('nats-server', ['-c', file], { stdio: 'ignore' });
    const config: NatsJwtServerConfig = {
      name: 'operated',
      host: '127.0.0.1',
      port,
      workloads: { host: '127.0.0.1', port },
      account: account.getPublicKey(),
      accountSigningKey: seedOf(signer),
      operatorSigningKey: seedOf(operator),
      systemCredentials: new TextDecoder().decode(
        fmtCreds(await encodeUser('sys', systemUser, system), systemUser),
      ),
    };
    await waitUntilItListens(port);
    return new NatsOperatorServer(config, { process, folder });
  }

  /** The JWT of the account, as the server has it. */
  async readAccountJwt(): Promise<string> {
    const { data } = await this.#ask('INFO', '');
    return z.object({ jwt: z.string() }).parse(data).jwt;
  }

  /** Sets the JWT of the account, whatever it was. */
  async writeAccountJwt(jwt: string): Promise<void> {
    const { error } = await this.#ask('CLAIMS.UPDATE', jwt);
    if (error) {
      throw new Error(JSON.stringify(error));
    }
  }

  async #ask(request: string, payload: string) {
    const { account, port, systemCredentials } = this.config;
    const connection = await connect({
      servers: `127.0.0.1:${port}`,
      authenticator: credsAuthenticator(
        new TextEncoder().encode(systemCredentials),
      ),
    });
    const answer = await connection.request(
      `$SYS.REQ.ACCOUNT.${account}.${request}`,
      payload,
    );
    await connection.close();
    return answer.json<{ data?: unknown; error?: unknown }>();
  }

  async stop() {
    this.#process.kill();
    await once(this.#process, 'exit');
    await rm(this.#folder, { recursive: true });
  }
}

function seedOf(key: KeyPair): string {
  return new TextDecoder().decode(key.getSeed());
}

/** It lets nobody in without a JWT, which is an answer. */
async function waitUntilItListens(port: number): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const error = await connect({
      servers: `127.0.0.1:${port}`,
      reconnect: false,
    }).catch(failure => failure);
    if (/authorization/i.test(String(error))) {
      return;
    }
    await sleep(50);
  }
  throw new Error('nats-server does not listen');
}
