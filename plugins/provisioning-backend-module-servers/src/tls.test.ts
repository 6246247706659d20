import type { TlsConfig } from '@atrium/backend-common';
import type { ResourceDriver } from '@atrium/plugin-provisioning-node';
import { TestDatabases } from '@backstage/backend-test-utils';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createClient } from '@redis/client';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { Certificate } from './__testUtils__/Certificate';
import { createDriverContext } from './__testUtils__/createDriverContext';
import { createTarget } from './__testUtils__/createTarget';
import { embeddedPostgres } from './__testUtils__/embeddedPostgres';
import { ServerProcess } from './__testUtils__/ServerProcess';
import { describeWithProgram } from './__testUtils__/testServers';
import type { ServerConfig } from './config/ServerConfig';
import { MySqlDriver } from './mysql/MySqlDriver';
import { NatsDriver } from './nats/NatsDriver';
import { PostgresDriver } from './postgres/PostgresDriver';
import { PostgresServer } from './postgres/PostgresServer';
import { RedisDriver } from './redis/RedisDriver';

/** The name that the server is asked for. */
const HOST = 'localhost';

const run = promisify(execFile);

interface TlsSubject {
  type: string;
  inputs?: object;
  /** Starts the server with a certificate, or has it take another one. */
  serve(certificate: Certificate): Promise<{ port: number }>;
  createDriver(server: ServerConfig): ResourceDriver;
  /** Gets in with what came out, and has the server say a word. */
  use(
    access: Record<string, unknown>,
    certificate: Certificate,
  ): Promise<unknown>;
  scheme: RegExp;
  /** Whom certificates have to belong to, where that is not who runs the test. */
  owner?: { uid: number; gid: number };
  stop(): Promise<void>;
}

function describeTls(createSubject: () => Promise<TlsSubject>) {
  let subject: TlsSubject;
  const certificates: Certificate[] = [];
  const createCertificate = async (host: string) => {
    const certificate = await Certificate.create(host, subject.owner);
    certificates.push(certificate);
    return certificate;
  };
  const open = async (certificate: Certificate, tls?: TlsConfig) => {
    const { port } = await subject.serve(certificate);
    const driver = subject.createDriver({
      name: 'encrypted',
      host: HOST,
      port,
      tls,
      workloads: { host: HOST, port },
    });
    const target = createTarget({
      type: subject.type,
      inputs: { server: 'encrypted', ...subject.inputs },
    });
    return { driver, target, context: createDriverContext() };
  };

  beforeAll(async () => {
    subject = await createSubject();
  });

  afterAll(async () => {
    await subject.stop();
    await Promise.all(certificates.map(certificate => certificate.remove()));
  });

  it('makes, uses and removes a resource over TLS', async () => {
    const certificate = await createCertificate(HOST);
    const { driver, target, context } = await open(certificate, {
      ca: certificate.ca,
    });
    await driver.create(target, context);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(`It is ${observation.status}`);
    }
    const { outputs } = observation;
    const access = {
      ...outputs,
      ...(await driver.describeSecrets?.(target, outputs)),
    };
    expect(access.url ?? access.servers).toMatch(subject.scheme);
    expect(await subject.use(access, certificate)).toBe('over TLS');
    await driver.delete(target, context);
    expect(await driver.observe(target, context)).toEqual({ status: 'absent' });
  });

  it('trusts no other authority, and no certificate of another server', async () => {
    const ours = await createCertificate(HOST);
    const elsewhere = await createCertificate('elsewhere.example');
    const stranger = await open(ours, { ca: elsewhere.ca });
    await expect(
      stranger.driver.observe(stranger.target, stranger.context),
    ).rejects.toThrow(/self-signed certificate|certificate/i);

    const other = await open(elsewhere, { ca: elsewhere.ca });
    await expect(
      other.driver.observe(other.target, other.context),
    ).rejects.toThrow(/does not match certificate's altnames/i);
  });
}

describe('TLS to PostgreSQL', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  describeTls(async () => {
    const { server } = await embeddedPostgres(databases);
    const configure = (...statements: string[]) =>
      new PostgresServer(server).withClient({}, async client => {
        for (const statement of [...statements, 'SELECT pg_reload_conf()']) {
          await client.query(statement);
        }
        const { rows } = await client.query('SHOW data_directory');
        return String(rows[0].data_directory);
      });
    return {
      type: 'postgres',
      // It reads no key that belongs to anybody else.
      owner: await stat(await configure()),
      async serve({ ca, certFile, keyFile }) {
        await configure(
          `ALTER SYSTEM SET ssl_cert_file = '${certFile}'`,
          `ALTER SYSTEM SET ssl_key_file = '${keyFile}'`,
          'ALTER SYSTEM SET ssl = on',
        );
        const isServed = async () => {
          const client = new Client({
            ...server,
            ssl: { ca, checkServerIdentity: () => undefined },
          });
          return client.connect().then(
            () => client.end().then(() => true),
            () => false,
          );
        };
        await waitUntil(isServed);
        return { port: server.port };
      },
      createDriver: config => new PostgresDriver([{ ...server, ...config }]),
      async use({ url }, { certFile }) {
        const client = new Client(`${url}&sslrootcert=${certFile}`);
        await client.connect();
        const answer = await client.query(
          'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
        );
        await client.end();
        return answer.rows[0].ssl && 'over TLS';
      },
      scheme: /^postgresql:.*sslmode=verify-full$/,
      async stop() {
        await configure(
          'ALTER SYSTEM RESET ssl',
          'ALTER SYSTEM RESET ssl_cert_file',
          'ALTER SYSTEM RESET ssl_key_file',
        );
      },
    };
  });
});

describeWithProgram('redis-server', () => {
  describeTls(async () => ({
    ...serveByProcess(({ certFile, keyFile }) => async ({ port, folder }) => [
      'redis-server',
      ...['--port', '0', '--tls-port', String(port), '--bind', '127.0.0.1'],
      ...['--tls-cert-file', certFile, '--tls-key-file', keyFile],
      ...['--tls-auth-clients', 'no', '--dir', folder, '--save', ''],
    ]),
    type: 'redis',
    createDriver: config => new RedisDriver([config]),
    async use({ url, keyPrefix }, { ca }) {
      const client = createClient({
        url: String(url),
        disableClientInfo: true,
        socket: { tls: true, ca, reconnectStrategy: false },
      });
      await client.connect();
      await client.set(`${keyPrefix}word`, 'over TLS');
      const word = await client.get(`${keyPrefix}word`);
      client.destroy();
      return word;
    },
    scheme: /^rediss:/,
  }));
});

describeWithProgram('nats-server', () => {
  describeTls(async () => ({
    ...serveByProcess(({ certFile, keyFile }) => async ({ port, folder }) => [
      'nats-server',
      ...['--jetstream', '--store_dir', folder],
      ...['--addr', '127.0.0.1', '--port', String(port)],
      ...['--tls', '--tlscert', certFile, '--tlskey', keyFile],
    ]),
    type: 'queue',
    inputs: { credentials: 'none' },
    createDriver: config => new NatsDriver([config]),
    async use({ servers, subject, stream, consumer }, { ca }) {
      const connection = await connect({
        servers: String(servers),
        tls: { ca },
      });
      const client = jetstream(connection);
      await client.publish(String(subject), 'over TLS');
      const messages = await client.consumers.get(
        String(stream),
        String(consumer),
      );
      const message = await messages.next({ expires: 5_000 });
      await connection.close();
      return message?.string();
    },
    scheme: /^tls:/,
  }));
});

describeWithProgram('mariadbd', () => {
  describeTls(async () => ({
    ...serveByProcess(({ certFile, keyFile }) => async ({ port, folder }) => {
      const user = process.getuid?.() === 0 ? ['--user=root'] : [];
      await run('mariadb-install-db', [
        ...['--no-defaults', `--datadir=${folder}`, '--skip-test-db'],
        ...['--auth-root-authentication-method=normal', ...user],
      ]);
      return [
        'mariadbd',
        ...['--no-defaults', `--datadir=${folder}`, ...user],
        ...['--bind-address=127.0.0.1', `--port=${port}`],
        `--socket=${folder}/socket`,
        ...[`--ssl-cert=${certFile}`, `--ssl-key=${keyFile}`],
        '--require-secure-transport=ON',
      ];
    }),
    type: 'mysql',
    createDriver: config => new MySqlDriver([{ ...config, user: 'root' }]),
    async use({ url }, { ca }) {
      const connection = await createConnection({
        uri: String(url),
        ssl: { ca, verifyIdentity: true },
      });
      const [[row]] = await connection.query<RowDataPacket[]>(
        "SHOW STATUS LIKE 'Ssl_cipher'",
      );
      await connection.end();
      return row.Value && 'over TLS';
    },
    scheme: /^mysql:/,
  }));
});

/** Starts another process for each certificate. */
function serveByProcess(
  command: (
    certificate: Certificate,
  ) => Parameters<typeof ServerProcess.start>[0],
): Pick<TlsSubject, 'serve' | 'stop'> {
  let running: ServerProcess | undefined;
  return {
    async serve(certificate) {
      await running?.stop();
      running = await ServerProcess.start(command(certificate));
      return running;
    },
    async stop() {
      await running?.stop();
    },
  };
}

async function waitUntil(isTrue: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await isTrue()); waited += 50) {
    if (waited > 10_000) {
      throw new Error('The server takes no other certificate');
    }
    await sleep(50);
  }
}
