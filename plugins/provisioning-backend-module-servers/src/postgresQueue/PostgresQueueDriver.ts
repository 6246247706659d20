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
import { closeDatabases } from '../postgres/closeDatabases';
import {
  againWhenOvertaken,
  Identifier,
  inTransaction,
  sql,
} from '../postgres/PostgresServer';
import { scramVerifier } from '../postgres/scramVerifier';
import { toIdentifier } from '../shared/names';
import { missing, refuseForeign, refuseLostPassword } from '../shared/refusals';
import {
  formatMark,
  generationAfter,
  hasOtherPasswords,
  newMark,
  parseMark,
  type ResourceMark,
  toFound,
} from '../shared/ResourceMark';
import { ServerDriver } from '../shared/ServerDriver';
import { readQueueSettings } from '../shared/queueParameters';
import { compareQueue } from './compareQueue';
import { describePostgresQueue } from './describePostgresQueue';
import { QueueServer } from './QueueServer';
import {
  queueStatements,
  SET_SETTINGS,
  settingValues,
} from './queueStatements';
import { judgeQueue, readQueueState } from './readQueueState';

/**
 * Makes queues in a database of PostgreSQL: each is a schema and a role of the
 * same name, with functions to send, read, delete and archive.
 *
 * @remarks All of a change is one transaction, so nothing is ever half made.
 */
export class PostgresQueueDriver
  extends ServerDriver<PostgresServerConfig>
  implements ResourceDriver
{
  constructor(servers: PostgresServerConfig[]) {
    super({
      product: 'queues in PostgreSQL',
      servers,
      describe: describePostgresQueue,
    });
  }

  async describeChanges({ providerName, inputs }: ResourceTarget) {
    const name = toIdentifier(providerName);
    return [
      driverWords.write('provisioning.made.schema', {
        name,
        place: this.describeLocation(inputs),
      }),
      driverWords.write('provisioning.made.queueRole', { name }),
    ];
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const name = toIdentifier(target.providerName);
    const server = this.#server(target.inputs);
    const state = await server.look(signal, client =>
      readQueueState(client, name),
    );
    switch (judgeQueue(state, target)) {
      case 'nobody':
        return { status: 'absent' };
      case 'foreign':
        return {
          status: 'foreign',
          evidence: driverWords.write('provisioning.driver.unmarkedSchema', {
            name,
          }),
        };
      default:
    }
    const { workloads, database } = server.config;
    return {
      status: 'present',
      fingerprint: state?.schema?.mark?.fingerprint,
      credentialGeneration: state?.schema?.mark?.generation,
      ...compareQueue(target, state ?? {}),
      outputs: { ...workloads, database, schema: name, name, username: name },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    await this.#ensure(target, context);
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#demand(target, context);
    await this.#ensure(target, context);
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    await this.#demand(target, context);
    await this.#change(target, context, async client => {
      context.progress(
        driverWords.write('provisioning.progress.setOtherPassword'),
      );
      const { schema } = await readQueueState(
        client,
        toIdentifier(target.providerName),
      );
      await setAccess(target, { client, before: schema?.mark });
    });
    await this.#endConnections(target, context);
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    await this.#demand(target, context);
    await this.#shutOut(target, context);
  }

  async resume(target: CredentialedTarget, context: DriverContext) {
    await this.rotate(target, context);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const name = toIdentifier(target.providerName);
    const id = new Identifier(name);
    const removed: DriverText[] = [];
    const server = this.#server(target.inputs);
    const before = await server.look(context.signal, client =>
      readQueueState(client, name),
    );
    if (judgeQueue(before, target) === 'nobody') {
      return [];
    }
    // First: connections are not known by the name of a role that is gone.
    await this.#shutOut(target, context);
    await this.#change(target, context, async client => {
      const state = await readQueueState(client, name);
      context.progress(
        driverWords.write('provisioning.progress.removeQueueAndRole'),
      );
      if (state.schema) {
        await client.query(sql`DROP SCHEMA ${id} CASCADE`);
        removed.push(
          driverWords.write('provisioning.removed.schema', { name }),
        );
      }
      if (state.role) {
        await lockRights(client);
        await client.query(sql`DROP OWNED BY ${id}`);
        await client.query(sql`DROP ROLE ${id}`);
        removed.push(driverWords.write('provisioning.removed.role', { name }));
      }
    });
    return removed;
  }

  describeSecrets({ credentials }: CredentialedTarget, outputs: JsonObject) {
    if (!credentials) {
      return {};
    }
    const password = credentials.password('owner');
    const url = new URL(`postgresql://${outputs.host}:${outputs.port}`);
    url.pathname = `/${outputs.database}`;
    url.username = String(outputs.username);
    url.password = password;
    return { password, url: url.toString() };
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const server = this.#server(inputs);
    const answer = await server.look(signal, client =>
      client.query(
        `SELECT obj_description(oid, 'pg_namespace') AS mark FROM pg_namespace`,
      ),
    );
    for (const row of answer?.rows ?? []) {
      const mark = parseMark(row.mark);
      if (mark) {
        yield toFound(mark);
      }
    }
  }

  #server(inputs: JsonObject): QueueServer {
    return new QueueServer(this.servers.get(inputs));
  }

  async #ensure(target: CredentialedTarget, context: DriverContext) {
    const { providerName, parameters } = target;
    const name = toIdentifier(providerName);
    const id = new Identifier(name);
    const server = this.#server(target.inputs);
    context.progress(
      driverWords.write('provisioning.progress.findQueueDatabase'),
    );
    await server.ensureDatabase(context.signal);
    if (server.config.closesDatabases) {
      await server.look(context.signal, closeDatabases);
    }
    let isNewPassword = false;
    await this.#change(target, context, async client => {
      const { schema, role } = await readQueueState(client, name);
      isNewPassword = hasOtherPasswords(target, schema?.mark);
      context.progress(driverWords.write('provisioning.progress.makeRole'));
      if (!role) {
        if (!target.credentials) {
          throw refuseLostPassword('role', name);
        }
        const mark = formatMark(newMark(target));
        await client.query(sql`CREATE ROLE ${id} NOLOGIN`);
        await client.query(sql`COMMENT ON ROLE ${id} IS ${mark}`);
      }
      const database = new Identifier(server.config.database);
      context.progress(driverWords.write('provisioning.progress.makeQueue'));
      await client.query(sql`CREATE SCHEMA IF NOT EXISTS ${id}`);
      await client.query(sql`SET LOCAL search_path TO ${id}`);
      for (const statement of queueStatements(id, id)) {
        await client.query(statement);
      }
      await client.query(
        SET_SETTINGS,
        settingValues(readQueueSettings(parameters)),
      );
      await client.query(sql`GRANT USAGE ON SCHEMA ${id} TO ${id}`);
      await client.query(
        sql`ALTER ROLE ${id} IN DATABASE ${database} SET search_path TO ${id}`,
      );
      context.progress(driverWords.write('provisioning.progress.setPassword'));
      await setAccess(target, { client, before: schema?.mark });
      await lockRights(client);
      await client.query(sql`GRANT CONNECT ON DATABASE ${database} TO ${id}`);
    });
    if (isNewPassword || target.access === 'suspended') {
      await this.#endConnections(target, context);
    }
  }

  /** Changes what is not of somebody else, together or not at all. */
  async #change(
    target: ResourceTarget,
    { signal }: DriverContext,
    change: (client: Client) => Promise<void>,
  ): Promise<void> {
    const name = toIdentifier(target.providerName);
    await this.#server(target.inputs).withLock(name, {
      signal,
      work: client =>
        // The driver for databases may close this one at the same time.
        againWhenOvertaken(() =>
          inTransaction(client, async () => {
            const state = await readQueueState(client, name);
            if (judgeQueue(state, target) === 'foreign') {
              throw refuseForeign('schemaOrRole', name);
            }
            await change(client);
          }),
        ),
    });
  }

  async #demand(target: ResourceTarget, { signal }: DriverContext) {
    const name = toIdentifier(target.providerName);
    const state = await this.#server(target.inputs).look(signal, client =>
      readQueueState(client, name),
    );
    const possession = judgeQueue(state, target);
    if (possession === 'foreign') {
      throw refuseForeign('schemaOrRole', name);
    }
    if (!state?.schema) {
      throw missing('queue', name);
    }
  }

  /** Takes the login away, where there is a role, and ends its connections. */
  async #shutOut(target: ResourceTarget, context: DriverContext) {
    const name = toIdentifier(target.providerName);
    await this.#change(target, context, async client => {
      const { role } = await readQueueState(client, name);
      if (role) {
        context.progress(driverWords.write('provisioning.progress.takeLogin'));
        await client.query(sql`ALTER ROLE ${new Identifier(name)} NOLOGIN`);
      }
    });
    await this.#endConnections(target, context);
  }

  async #endConnections(
    target: ResourceTarget,
    { signal, progress }: DriverContext,
  ): Promise<void> {
    progress(driverWords.write('provisioning.progress.endConnections'));
    await this.#server(target.inputs).look(signal, client =>
      client.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
          WHERE usename = $1`,
        [toIdentifier(target.providerName)],
      ),
    );
  }
}

/**
 * Lets one queue after the other change who may connect to the database, which is
 * one row of a catalog: until the end of the transaction.
 */
async function lockRights(client: Client): Promise<void> {
  await client.query(
    "SELECT pg_advisory_xact_lock(hashtextextended('atrium rights', 0))",
  );
}

/** Sets the password and the login, and writes the mark that all is done. */
async function setAccess(
  target: CredentialedTarget,
  { client, before }: { client: Client; before: ResourceMark | undefined },
): Promise<void> {
  const { credentials, access, providerName, fingerprint } = target;
  const id = new Identifier(toIdentifier(providerName));
  if (credentials) {
    const verifier = await scramVerifier(credentials.password('owner'));
    await client.query(sql`ALTER ROLE ${id} PASSWORD ${verifier}`);
  }
  await client.query(
    `ALTER ROLE ${id.quoted} ${access === 'granted' ? 'LOGIN' : 'NOLOGIN'}`,
  );
  const mark = formatMark({
    ...newMark(target),
    fingerprint,
    generation: generationAfter(target, before),
  });
  await client.query(sql`COMMENT ON SCHEMA ${id} IS ${mark}`);
}
