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
import type { Client } from 'pg';
import type { PostgresServerConfig } from '../config/ServerConfig';
import { missing, refuseForeign } from '../shared/refusals';
import { parseMark, type ResourceMark, toFound } from '../shared/ResourceMark';
import { ServerDriver } from '../shared/ServerDriver';
import { closeDatabases } from './closeDatabases';
import { compareDatabase } from './compareDatabase';
import { databaseNames } from './databaseNames';
import {
  endConnections,
  ensureDatabase,
  type EnsureDatabaseOptions,
  setAccess,
} from './ensureDatabase';
import {
  Identifier,
  inTransaction,
  PostgresServer,
  sql,
} from './PostgresServer';
import { describePostgres, readDatabaseSettings } from './postgresSchemas';
import { judgePossession, readDatabaseState } from './readDatabaseState';
import { removeDatabase } from './removeDatabase';
import { makeSnapshot } from './snapshots';

/** Makes databases on servers of PostgreSQL, from version 14 on. */
export class PostgresDriver
  extends ServerDriver<PostgresServerConfig>
  implements ResourceDriver
{
  constructor(servers: PostgresServerConfig[]) {
    super({ product: 'PostgreSQL', servers, describe: describePostgres });
  }

  async check(target: ResourceTarget) {
    const { extensions, allowedExtensions } = readDatabaseSettings(target);
    return [
      ...(await super.check(target)),
      ...extensions
        .filter(name => !allowedExtensions.includes(name))
        .map(name => ({
          field: 'parameters.extensions',
          message: driverWords.write(
            'provisioning.driver.extensionNotAllowed',
            {
              name,
              allowed:
                allowedExtensions.join(', ') ||
                driverWords.describe('provisioning.problem.none'),
            },
          ),
        })),
    ];
  }

  async describeChanges(target: ResourceTarget) {
    const { database, owner, reader } = databaseNames(target.providerName);
    const { connectionLimit, extensions } = readDatabaseSettings(target);
    const place = this.describeLocation(target.inputs);
    return [
      driverWords.write('provisioning.made.database', {
        name: database,
        place,
        connections: connectionLimit,
      }),
      driverWords.write('provisioning.made.owner', { name: owner }),
      driverWords.write('provisioning.made.reader', { name: reader }),
      ...extensions.map(name =>
        driverWords.write('provisioning.made.extension', { name }),
      ),
    ];
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const names = databaseNames(target.providerName);
    const server = this.#server(target.inputs);
    const state = await server.withClient({ signal }, client =>
      readDatabaseState(client, names),
    );
    switch (judgePossession(state, target)) {
      case 'nobody':
        return { status: 'absent' };
      case 'foreign':
        return {
          status: 'foreign',
          evidence: driverWords.write('provisioning.driver.unmarkedDatabase', {
            name: names.database,
          }),
        };
      default:
    }
    const needsLook =
      state.database?.takesConnections === true &&
      readDatabaseSettings(target).extensions.length > 0;
    const installed = needsLook
      ? await server.withClient(
          { database: names.database, signal },
          listExtensions,
        )
      : [];
    const { workloads } = server.config;
    return {
      status: 'present',
      fingerprint: state.database?.mark?.fingerprint,
      credentialGeneration: state.database?.mark?.generation,
      ...compareDatabase(target, state, installed),
      outputs: {
        ...workloads,
        database: names.database,
        name: names.database,
        username: names.owner,
        readOnlyUsername: names.reader,
      },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    await this.#work(target, context, options =>
      ensureDatabase(target, options),
    );
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, options =>
      ensureDatabase(target, options),
    );
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, async ({ client }) => {
      const names = databaseNames(target.providerName);
      const { database } = await readDatabaseState(client, names);
      context.progress(
        driverWords.write('provisioning.progress.setOtherPasswords'),
      );
      await setAccess(target, { client, names, before: database?.mark });
      context.progress(
        driverWords.write('provisioning.progress.endOldConnections'),
      );
      await endConnections(client, names);
    });
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, async ({ client }) => {
      const names = databaseNames(target.providerName);
      context.progress(driverWords.write('provisioning.progress.takeLogins'));
      await inTransaction(client, async () => {
        for (const name of [names.owner, names.reader]) {
          await client.query(sql`ALTER ROLE ${new Identifier(name)} NOLOGIN`);
        }
      });
      context.progress(
        driverWords.write('provisioning.progress.endConnections'),
      );
      await endConnections(client, names);
    });
  }

  async resume(target: CredentialedTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, async options => {
      const { client } = options;
      context.progress(
        driverWords.write('provisioning.progress.giveLoginsBack'),
      );
      if (this.#server(target.inputs).config.closesDatabases) {
        await closeDatabases(client);
      }
      const names = databaseNames(target.providerName);
      const { database } = await readDatabaseState(client, names);
      await setAccess(target, { client, names, before: database?.mark });
    });
  }

  async snapshot(target: ResourceTarget, context: DriverContext) {
    let name = '';
    await this.#workOnExisting(target, context, async ({ client }) => {
      name = await makeSnapshot(target, { client, context });
    });
    return driverWords.write('provisioning.made.databaseOn', {
      name,
      place: this.describeLocation(target.inputs),
    });
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const names = databaseNames(target.providerName);
    const { resourceId } = target;
    let removed: DriverText[] = [];
    await this.#work(target, context, async options => {
      removed = await removeDatabase(names, { ...options, resourceId });
    });
    return removed;
  }

  describeSecrets(
    { inputs, credentials }: CredentialedTarget,
    outputs: JsonObject,
  ) {
    if (!credentials) {
      return {};
    }
    const tls = this.#server(inputs).config.tls;
    const mode = inputs.sslMode ?? (tls ? 'verify-full' : undefined);
    const toUrl = (user: unknown, password: string) => {
      const url = new URL(`postgresql://${outputs.host}:${outputs.port}`);
      url.pathname = `/${outputs.database}`;
      url.username = String(user);
      url.password = password;
      if (mode) {
        url.searchParams.set('sslmode', String(mode));
      }
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
    const { rows } = await this.#server(inputs).withClient({ signal }, client =>
      client.query(
        `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database
          UNION SELECT shobj_description(oid, 'pg_authid') FROM pg_roles`,
      ),
    );
    const found = new Map<string, ResourceMark>();
    for (const row of rows) {
      const mark = parseMark(row.mark);
      if (mark) {
        found.set(mark.resourceId, mark);
      }
    }
    for (const mark of found.values()) {
      yield toFound(mark);
    }
  }

  /** Closes the databases of each server that is to be closed, at the start. */
  async closeServers(signal: AbortSignal): Promise<void> {
    for (const config of this.servers.values()) {
      if (config.closesDatabases) {
        await new PostgresServer(config).withClient({ signal }, closeDatabases);
      }
    }
  }

  #server(inputs: JsonObject): PostgresServer {
    return new PostgresServer(this.servers.get(inputs));
  }

  /** Works alone on what is not of somebody else. */
  async #work(
    target: ResourceTarget,
    context: DriverContext,
    work: (options: EnsureDatabaseOptions) => Promise<void>,
  ): Promise<void> {
    const server = this.#server(target.inputs);
    const { signal } = context;
    await server.withLock(target.providerName, {
      signal,
      work: async client => {
        await this.#refuseForeign(target, client);
        await work({ server, client, context });
      },
    });
  }

  async #workOnExisting(
    target: ResourceTarget,
    context: DriverContext,
    work: (options: EnsureDatabaseOptions) => Promise<void>,
  ): Promise<void> {
    await this.#work(target, context, async options => {
      const names = databaseNames(target.providerName);
      const { database } = await readDatabaseState(options.client, names);
      if (!database) {
        throw missing('database', names.database);
      }
      await work(options);
    });
  }

  async #refuseForeign(target: ResourceTarget, client: Client) {
    const names = databaseNames(target.providerName);
    const state = await readDatabaseState(client, names);
    if (judgePossession(state, target) === 'foreign') {
      throw refuseForeign('databaseOrRole', names.database);
    }
  }
}

async function listExtensions(client: Client): Promise<string[]> {
  const { rows } = await client.query('SELECT extname FROM pg_extension');
  return rows.map(({ extname }) => extname);
}
