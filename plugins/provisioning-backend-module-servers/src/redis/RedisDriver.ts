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
import type { ServerConfig } from '../config/ServerConfig';
import {
  describeError,
  missing,
  refuseForeign,
  refuseLostPassword,
} from '../shared/refusals';
import {
  formatMark,
  generationAfter,
  hasOtherPasswords,
  newMark,
  parseMark,
  toFound,
} from '../shared/ResourceMark';
import { ServerDriver } from '../shared/ServerDriver';
import { describeRedis, readRedisSettings } from './describeRedis';
import { judgeRedis, MARK_PREFIX, readRedisState } from './readRedisState';
import { hashPassword, readUserState, redisRights } from './redisRights';
import { type RedisConnection, RedisServer } from './RedisServer';

/** Makes users with a key prefix on servers of Redis 7 and Valkey. */
export class RedisDriver
  extends ServerDriver<ServerConfig>
  implements ResourceDriver
{
  constructor(servers: ServerConfig[]) {
    super({ product: 'Redis', servers, describe: describeRedis });
  }

  async describeChanges({ providerName, inputs }: ResourceTarget) {
    return [
      driverWords.write('provisioning.made.user', {
        name: providerName,
        place: this.describeLocation(inputs),
      }),
      driverWords.write('provisioning.made.keys', {
        prefix: toPrefix(providerName),
      }),
    ];
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const { providerName } = target;
    const server = this.#server(target.inputs);
    const state = await server.withConnection(signal, connection =>
      readRedisState(connection, providerName),
    );
    switch (judgeRedis(state, target)) {
      case 'nobody':
        return { status: 'absent' };
      case 'foreign':
        return {
          status: 'foreign',
          evidence: driverWords.write('provisioning.driver.unmarkedUser', {
            name: providerName,
          }),
        };
      default:
    }
    const { mark, user, digest } = state;
    const differences = [
      ...(user ? [] : [driverWords.write('provisioning.difference.noUser')]),
      ...(user && mark?.fingerprint && user.digest !== digest
        ? [driverWords.write('provisioning.difference.otherRightsOrPasswords')]
        : []),
    ];
    return {
      status: 'present',
      fingerprint: mark?.fingerprint,
      credentialGeneration: mark?.generation,
      access: user?.isOn ? 'granted' : 'suspended',
      differences,
      health: user
        ? { status: 'ok' }
        : { status: 'degraded', message: differences[0] },
      outputs: {
        ...server.config.workloads,
        username: providerName,
        keyPrefix: toPrefix(providerName),
      },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    await this.#work(target, context, async connection => {
      context.progress(driverWords.write('provisioning.progress.markName'));
      await claim(target, connection);
      await setUser(target, { connection, context });
    });
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, connection =>
      setUser(target, { connection, context }),
    );
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    await this.update(target, context);
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    await this.#workOnExisting(target, context, async connection => {
      context.progress(driverWords.write('provisioning.progress.turnOffUser'));
      await connection.ask('ACL', 'SETUSER', target.providerName, 'off');
      context.progress(
        driverWords.write('provisioning.progress.endConnections'),
      );
      await endConnections(connection, target.providerName);
    });
  }

  async resume(target: CredentialedTarget, context: DriverContext) {
    await this.update(target, context);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const { providerName } = target;
    const removed: DriverText[] = [];
    await this.#work(target, context, async connection => {
      const { mark, user } = await readRedisState(connection, providerName);
      if (!mark) {
        return;
      }
      context.progress(driverWords.write('provisioning.progress.removeUser'));
      await connection.ask('ACL', 'DELUSER', providerName);
      if (user) {
        removed.push(
          driverWords.write('provisioning.removed.user', {
            name: providerName,
          }),
        );
      }
      context.progress(driverWords.write('provisioning.progress.removeKeys'));
      const count = await removeKeys(connection, toPrefix(providerName));
      removed.push(
        driverWords.write('provisioning.removed.keys', {
          count,
          prefix: toPrefix(providerName),
        }),
      );
      context.progress(driverWords.write('provisioning.progress.giveNameBack'));
      await connection.ask('DEL', MARK_PREFIX + providerName);
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
    const password = credentials.password('owner');
    const scheme = this.servers.get(inputs).tls ? 'rediss' : 'redis';
    const url = new URL(`${scheme}://${outputs.host}:${outputs.port}`);
    url.username = String(outputs.username);
    url.password = password;
    return { password, url: url.toString() };
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const marks = await this.#server(inputs).withConnection(
      signal,
      async connection => {
        const texts: unknown[] = [];
        for await (const keys of scanKeys(connection, MARK_PREFIX)) {
          for (const key of keys) {
            texts.push(await connection.ask('HGET', key, 'mark'));
          }
        }
        return texts;
      },
    );
    for (const text of marks) {
      const mark = parseMark(typeof text === 'string' ? text : undefined);
      if (mark) {
        yield toFound(mark);
      }
    }
  }

  #server(inputs: JsonObject): RedisServer {
    return new RedisServer(this.servers.get(inputs));
  }

  /** Works on what is not of somebody else, and has users kept in the end. */
  async #work(
    target: ResourceTarget,
    { signal }: DriverContext,
    work: (connection: RedisConnection) => Promise<void>,
  ): Promise<void> {
    const { providerName } = target;
    await this.#server(target.inputs).withConnection(
      signal,
      async connection => {
        const state = await readRedisState(connection, providerName);
        if (judgeRedis(state, target) === 'foreign') {
          throw refuseForeign('user', providerName);
        }
        await work(connection);
        await keepUsers(connection);
      },
    );
  }

  async #workOnExisting(
    target: ResourceTarget,
    context: DriverContext,
    work: (connection: RedisConnection) => Promise<void>,
  ): Promise<void> {
    await this.#work(target, context, async connection => {
      const { mark } = await readRedisState(connection, target.providerName);
      if (!mark) {
        throw missing('user', target.providerName);
      }
      await work(connection);
    });
  }
}

function toPrefix(providerName: string): string {
  return `${providerName}:`;
}

/** Writes the mark, unless another replica has: what it holds stays. */
async function claim(
  target: ResourceTarget,
  { ask }: RedisConnection,
): Promise<void> {
  const mark = formatMark(newMark(target));
  await ask('HSETNX', MARK_PREFIX + target.providerName, 'mark', mark);
}

/** Makes the user as the target has it, and writes the mark that all is done. */
async function setUser(
  target: CredentialedTarget,
  {
    connection,
    context,
  }: { connection: RedisConnection; context: DriverContext },
): Promise<void> {
  const { credentials, providerName, access, fingerprint } = target;
  const { ask } = connection;
  const before = await readRedisState(connection, providerName);
  if (!credentials && !before.user) {
    throw refuseLostPassword('user', providerName);
  }
  const rights = redisRights(
    toPrefix(providerName),
    readRedisSettings(target.inputs),
  );
  context.progress(driverWords.write('provisioning.progress.setRights'));
  await ask(
    'ACL',
    'SETUSER',
    providerName,
    // Passwords that the portal does not have any more stay as they are.
    ...(credentials
      ? ['reset', `#${hashPassword(credentials.password('owner'))}`]
      : ['resetkeys', 'resetchannels', 'clearselectors', '-@all']),
    ...rights,
    access === 'granted' ? 'on' : 'off',
  );
  if (hasOtherPasswords(target, before.mark) || access === 'suspended') {
    context.progress(
      driverWords.write('provisioning.progress.endOldConnections'),
    );
    await endConnections(connection, providerName);
  }
  const user = readUserState(await ask('ACL', 'GETUSER', providerName));
  const mark = formatMark({
    ...newMark(target),
    fingerprint,
    generation: generationAfter(target, before.mark),
  });
  await ask(
    'HSET',
    MARK_PREFIX + providerName,
    'mark',
    mark,
    'digest',
    user?.digest ?? '',
  );
}

async function endConnections({ ask }: RedisConnection, user: string) {
  await ask('CLIENT', 'KILL', 'USER', user);
}

async function removeKeys(
  connection: RedisConnection,
  prefix: string,
): Promise<number> {
  let count = 0;
  for await (const keys of scanKeys(connection, prefix)) {
    count += Number(await connection.ask('UNLINK', ...keys));
  }
  return count;
}

async function* scanKeys(
  { ask }: RedisConnection,
  prefix: string,
): AsyncIterable<string[]> {
  let cursor = '0';
  do {
    const answer = await ask(
      'SCAN',
      cursor,
      'MATCH',
      `${prefix}*`,
      'COUNT',
      '1000',
    );
    const [next, keys] = Array.isArray(answer) ? answer : ['0', []];
    if (keys.length > 0) {
      yield keys;
    }
    cursor = String(next);
  } while (cursor !== '0');
}

/** Users live in the memory of a server, unless it has a file for them. */
async function keepUsers({ ask }: RedisConnection): Promise<void> {
  try {
    await ask('ACL', 'SAVE');
  } catch (error) {
    if (
      !/not configured to use an ACL file/.test(describeError(error).message)
    ) {
      throw error;
    }
  }
}
