import {
  type CredentialedTarget,
  type DriverContext,
  type DriverText,
  driverWords,
  type FoundResource,
  type Observation,
  type ResourceDriver,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { ServerConfig } from '../config/ServerConfig';
import { missing, refuseForeign, refuseLostPassword } from '../shared/refusals';
import {
  generationAfter,
  hasOtherPasswords,
  newMark,
  toFound,
} from '../shared/ResourceMark';
import { ServerDriver } from '../shared/ServerDriver';
import { compareMySql, grantsOf } from './compareMySql';
import { describeMySql, readMySqlSettings } from './describeMySql';
import { MarkTable } from './MarkTable';
import { mySqlNames } from './mySqlNames';
import { MySqlServer } from './MySqlServer';
import { judgeMySql, readMySqlState } from './readMySqlState';

const ROLES = ['owner', 'reader'] as const;

/** Makes databases on servers of MariaDB (from 10.4 on) and MySQL 8. */
export class MySqlDriver
  extends ServerDriver<ServerConfig>
  implements ResourceDriver
{
  constructor(servers: ServerConfig[]) {
    super({ product: 'MySQL', servers, describe: describeMySql });
  }

  async describeChanges({ providerName, inputs }: ResourceTarget) {
    const { database, owner, reader } = mySqlNames(providerName);
    const { connectionLimit } = readMySqlSettings(inputs);
    return [
      driverWords.write('provisioning.made.databaseOn', {
        name: database,
        place: this.describeLocation(inputs),
      }),
      driverWords.write('provisioning.made.ownerUser', {
        name: owner,
        connections: connectionLimit,
      }),
      driverWords.write('provisioning.made.readerUser', {
        name: reader,
        connections: connectionLimit,
      }),
    ];
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const { providerName } = target;
    const names = mySqlNames(providerName);
    const server = this.#server(target.inputs);
    const state = await server.withConnection(signal, connection =>
      readMySqlState(connection, { names, providerName }),
    );
    switch (judgeMySql(state, target)) {
      case 'nobody':
        return { status: 'absent' };
      case 'foreign':
        return {
          status: 'foreign',
          evidence: driverWords.write(
            'provisioning.driver.unmarkedDatabaseOrUser',
            {
              name: names.database,
            },
          ),
        };
      default:
    }
    return {
      status: 'present',
      fingerprint: state.mark?.fingerprint,
      credentialGeneration: state.mark?.generation,
      ...compareMySql(target, state),
      outputs: {
        ...server.config.workloads,
        database: names.database,
        name: names.database,
        username: names.owner,
        readOnlyUsername: names.reader,
      },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    const { providerName, inputs } = target;
    const names = mySqlNames(providerName);
    const { connectionLimit, requireTls } = readMySqlSettings(inputs);
    await this.#work(target, context, async connection => {
      context.progress(driverWords.write('provisioning.progress.markName'));
      await new MarkTable(connection).claim(newMark(target));
      context.progress(driverWords.write('provisioning.progress.makeDatabase'));
      await connection.query(
        'CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4',
        [names.database],
      );
      const state = await readMySqlState(connection, { names, providerName });
      for (const role of ROLES) {
        context.progress(
          driverWords.write('provisioning.progress.makeUserNamed', {
            name: names[role],
          }),
        );
        const user = [names[role], '%'];
        if (target.credentials) {
          await connection.query(
            `CREATE USER IF NOT EXISTS ?@? IDENTIFIED BY ? ACCOUNT LOCK`,
            [...user, target.credentials.password(role)],
          );
        } else if (!state[role]) {
          throw refuseLostPassword('user', names[role]);
        }
        await connection.query(
          `ALTER USER ?@? REQUIRE ${
            requireTls ? 'SSL' : 'NONE'
          } WITH MAX_USER_CONNECTIONS ${connectionLimit}`,
          user,
        );
        await connection.query(
          'REVOKE ALL PRIVILEGES, GRANT OPTION FROM ?@?',
          user,
        );
        await connection.query(`GRANT ${grantsOf(names)[role]} TO ?@?`, user);
      }
      await this.#setAccess(target, { connection, context });
    });
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, async () => undefined);
    await this.create(target, context);
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, connection =>
      this.#setAccess(target, { connection, context }),
    );
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, async connection => {
      const names = mySqlNames(target.providerName);
      context.progress(driverWords.write('provisioning.progress.lockUsers'));
      for (const role of ROLES) {
        await connection.query('ALTER USER ?@? ACCOUNT LOCK', [
          names[role],
          '%',
        ]);
      }
      context.progress(
        driverWords.write('provisioning.progress.endConnections'),
      );
      await endConnections(connection, target.providerName);
    });
  }

  async resume(target: CredentialedTarget, context: DriverContext) {
    await this.rotate(target, context);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const { providerName } = target;
    const names = mySqlNames(providerName);
    const removed: DriverText[] = [];
    await this.#work(target, context, async connection => {
      const state = await readMySqlState(connection, { names, providerName });
      if (!state.mark) {
        return;
      }
      for (const role of ROLES) {
        context.progress(
          driverWords.write('provisioning.progress.removeUserNamed', {
            name: names[role],
          }),
        );
        await connection.query('DROP USER IF EXISTS ?@?', [names[role], '%']);
        if (state[role]) {
          removed.push(
            driverWords.write('provisioning.removed.user', {
              name: names[role],
            }),
          );
        }
      }
      await endConnections(connection, providerName);
      context.progress(
        driverWords.write('provisioning.progress.removeDatabase'),
      );
      await connection.query('DROP DATABASE IF EXISTS ??', [names.database]);
      if (state.hasDatabase) {
        removed.push(
          driverWords.write('provisioning.removed.database', {
            name: names.database,
          }),
        );
      }
      context.progress(driverWords.write('provisioning.progress.giveNameBack'));
      await new MarkTable(connection).remove(providerName);
    });
    return removed;
  }

  describeSecrets({ credentials }: CredentialedTarget, outputs: JsonObject) {
    if (!credentials) {
      return {};
    }
    const toUrl = (user: unknown, password: string) => {
      const url = new URL(`mysql://${outputs.host}:${outputs.port}`);
      url.pathname = `/${outputs.database}`;
      url.username = String(user);
      url.password = password;
      return url.toString();
    };
    const password = credentials.password('owner');
    const readOnlyPassword = credentials.password('reader');
    return {
      password,
      readOnlyPassword,
      url: toUrl(outputs.username, password),
      readOnlyUrl: toUrl(outputs.readOnlyUsername, readOnlyPassword),
    };
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const marks = await this.#server(inputs).withConnection(
      signal,
      connection => new MarkTable(connection).list(),
    );
    yield* marks.map(toFound);
  }

  #server(inputs: JsonObject): MySqlServer {
    return new MySqlServer(this.servers.get(inputs));
  }

  /** Sets passwords and locks, and writes the mark that all is done. */
  async #setAccess(
    target: CredentialedTarget,
    { connection, context }: { connection: Connection; context: DriverContext },
  ): Promise<void> {
    const { credentials, access, providerName } = target;
    const names = mySqlNames(providerName);
    const marks = new MarkTable(connection);
    const before = await marks.find(providerName);
    context.progress(driverWords.write('provisioning.progress.setPasswords'));
    for (const role of ROLES) {
      const lock = access === 'granted' ? 'UNLOCK' : 'LOCK';
      await connection.query(
        `ALTER USER ?@? ${
          credentials ? 'IDENTIFIED BY ?' : ''
        } ACCOUNT ${lock}`,
        [
          names[role],
          '%',
          ...(credentials ? [credentials.password(role)] : []),
        ],
      );
    }
    if (hasOtherPasswords(target, before) || access === 'suspended') {
      context.progress(
        driverWords.write('provisioning.progress.endOldConnections'),
      );
      await endConnections(connection, providerName);
    }
    await marks.write({
      ...newMark(target),
      fingerprint: target.fingerprint,
      generation: generationAfter(target, before),
    });
  }

  /** Works alone on what is not of somebody else. */
  async #work(
    target: ResourceTarget,
    { signal }: DriverContext,
    work: (connection: Connection) => Promise<void>,
  ): Promise<void> {
    const { providerName } = target;
    const names = mySqlNames(providerName);
    await this.#server(target.inputs).withLock(providerName, {
      signal,
      async work(connection) {
        const state = await readMySqlState(connection, { names, providerName });
        if (judgeMySql(state, target) === 'foreign') {
          throw refuseForeign('databaseOrUser', names.database);
        }
        await work(connection);
      },
    });
  }

  async #workOnExisting(
    target: ResourceTarget,
    context: DriverContext,
    work: (connection: Connection) => Promise<void>,
  ): Promise<void> {
    const { providerName } = target;
    const names = mySqlNames(providerName);
    await this.#work(target, context, async connection => {
      const state = await readMySqlState(connection, { names, providerName });
      if (!state.hasDatabase) {
        throw missing('database', names.database);
      }
      await work(connection);
    });
  }
}

async function endConnections(
  connection: Connection,
  providerName: string,
): Promise<void> {
  const { owner, reader } = mySqlNames(providerName);
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE USER IN (?)',
    [[owner, reader]],
  );
  for (const { id } of rows) {
    // It may have ended by itself.
    await connection.query('KILL ?', [id]).catch(() => undefined);
  }
}
