import {
  type CredentialedTarget,
  type DriverContext,
  type DriverText,
  driverWords,
  type FoundResource,
  type Observation,
  ProviderRefusal,
  type ResourceDriver,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { RabbitServerConfig } from '../config/ServerConfig';
import { missing, refuseForeign, refuseLostPassword } from '../shared/refusals';
import {
  formatMark,
  generationAfter,
  hasOtherPasswords,
  newMark,
  parseMark,
  toFound,
} from '../shared/ResourceMark';
import { readQueueSettings } from '../shared/queueParameters';
import { ServerDriver } from '../shared/ServerDriver';
import { ALL_PERMISSIONS, compareRabbit } from './compareRabbit';
import { describeRabbit } from './describeRabbit';
import { RabbitApi } from './RabbitApi';
import {
  deadQueueName,
  hashPassword,
  rabbitPaths,
  rabbitPolicy,
  rabbitUser,
  readRabbitSettings,
} from './rabbitPlan';
import {
  judgeRabbit,
  type RabbitState,
  readRabbitState,
} from './readRabbitState';

const vhostsSchema = z.array(z.object({ description: z.string().default('') }));

/** Makes virtual hosts with a queue on RabbitMQ, by its management API. */
export class RabbitDriver
  extends ServerDriver<RabbitServerConfig>
  implements ResourceDriver
{
  constructor(servers: RabbitServerConfig[]) {
    super({ product: 'RabbitMQ', servers, describe: describeRabbit });
  }

  async check(target: ResourceTarget) {
    const { queueType } = readRabbitSettings(target.inputs);
    const { maxDeliveries } = readQueueSettings(target.parameters);
    // The default is in all parameters, whether or not somebody asked for it.
    const unasked = readQueueSettings({}).maxDeliveries;
    return [
      ...(await super.check(target)),
      ...(queueType === 'classic' && maxDeliveries !== unasked
        ? [
            {
              field: 'parameters.maxDeliveries',
              message: driverWords.write(
                'provisioning.driver.classicDeliveries',
                { unasked },
              ),
            },
          ]
        : []),
    ];
  }

  async describeChanges({ providerName, inputs }: ResourceTarget) {
    const { queueType } = readRabbitSettings(inputs);
    return [
      driverWords.write('provisioning.made.virtualHost', {
        name: providerName,
        place: this.describeLocation(inputs),
      }),
      driverWords.write('provisioning.made.queue', {
        type: queueType,
        name: providerName,
      }),
      driverWords.write('provisioning.made.deadLetters', {
        name: deadQueueName(providerName),
      }),
      driverWords.write('provisioning.made.virtualHostUser', {
        name: providerName,
      }),
    ];
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const server = this.servers.get(target.inputs);
    const state = await readRabbitState(new RabbitApi(server, signal), target);
    switch (judgeRabbit(state, target)) {
      case 'nobody':
        return { status: 'absent' };
      case 'foreign':
        return {
          status: 'foreign',
          evidence: driverWords.write(
            'provisioning.driver.unmarkedVirtualHost',
            {
              name: target.providerName,
            },
          ),
        };
      default:
    }
    const { providerName } = target;
    return {
      status: 'present',
      fingerprint: state.vhost?.mark?.fingerprint,
      credentialGeneration: state.vhost?.mark?.generation,
      ...compareRabbit(target, state),
      outputs: {
        ...server.workloads,
        vhost: providerName,
        queue: providerName,
        deadLetterQueue: deadQueueName(providerName),
        name: providerName,
        username: providerName,
      },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    const { api, state } = await this.#begin(target, context);
    await ensure(target, { api, state, context });
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    const { api, state } = await this.#beginOnExisting(target, context);
    await ensure(target, { api, state, context });
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    const { api } = await this.#beginOnExisting(target, context);
    await setAccess(target, { api, context });
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    const { api } = await this.#beginOnExisting(target, context);
    const paths = rabbitPaths(target);
    context.progress(
      driverWords.write('provisioning.progress.takePermissions'),
    );
    await api.delete(paths.permissions);
    context.progress(driverWords.write('provisioning.progress.endConnections'));
    await api.delete(paths.connections);
  }

  async resume(target: CredentialedTarget, context: DriverContext) {
    await this.rotate(target, context);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const { api, state } = await this.#begin(target, context);
    const paths = rabbitPaths(target);
    const removed: DriverText[] = [];
    if (state.user) {
      context.progress(driverWords.write('provisioning.progress.removeUser'));
      await api.delete(paths.user);
      await api.delete(paths.connections);
      removed.push(
        driverWords.write('provisioning.removed.user', {
          name: target.providerName,
        }),
      );
    }
    if (state.vhost) {
      context.progress(
        driverWords.write('provisioning.progress.removeVirtualHost'),
      );
      await api.delete(paths.vhost);
      removed.push(
        driverWords.write('provisioning.removed.virtualHost', {
          name: target.providerName,
        }),
      );
    }
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
    const scheme = this.servers.get(inputs).tls ? 'amqps' : 'amqp';
    const { username, host, port, vhost } = outputs;
    return {
      password,
      url: `${scheme}://${username}:${password}@${host}:${port}/${vhost}`,
    };
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const api = new RabbitApi(this.servers.get(inputs), signal);
    for (const { description } of vhostsSchema.parse(
      await api.get('/vhosts'),
    )) {
      const mark = parseMark(description);
      if (mark) {
        yield toFound(mark);
      }
    }
  }

  /** Looks, and refuses what is of somebody else. */
  async #begin(target: ResourceTarget, { signal }: DriverContext) {
    const api = new RabbitApi(this.servers.get(target.inputs), signal);
    const state = await readRabbitState(api, target);
    if (judgeRabbit(state, target) === 'foreign') {
      throw refuseForeign('virtualHostOrUser', target.providerName);
    }
    return { api, state };
  }

  async #beginOnExisting(target: ResourceTarget, context: DriverContext) {
    const begun = await this.#begin(target, context);
    if (!begun.state.vhost) {
      throw missing('virtualHost', target.providerName);
    }
    return begun;
  }
}

interface Work {
  api: RabbitApi;
  context: DriverContext;
}

async function ensure(
  target: CredentialedTarget,
  { api, state, context }: Work & { state: RabbitState },
): Promise<void> {
  const paths = rabbitPaths(target);
  const { providerName: name, inputs } = target;
  const { queueType, connectionLimit } = readRabbitSettings(inputs);
  if (state.queue && state.queue.type !== queueType) {
    throw new ProviderRefusal(
      driverWords.write('provisioning.driver.queueType', {
        type: state.queue.type,
        wanted: queueType,
      }),
      { isTemporary: false },
    );
  }
  if (!state.vhost) {
    context.progress(
      driverWords.write('provisioning.progress.makeVirtualHost'),
    );
    await api.put(paths.vhost, {
      description: formatMark(newMark(target)),
    });
  }
  if (!state.user) {
    context.progress(driverWords.write('provisioning.progress.makeUser'));
    if (!target.credentials) {
      throw refuseLostPassword('user', name);
    }
    await api.put(paths.user, rabbitUser(target, ''));
  }
  context.progress(driverWords.write('provisioning.progress.makeQueues'));
  for (const path of [paths.deadQueue, paths.queue]) {
    await api.put(path, {
      durable: true,
      arguments: { 'x-queue-type': queueType },
    });
  }
  context.progress(driverWords.write('provisioning.progress.setPolicy'));
  await api.put(paths.policy, rabbitPolicy(target));
  await api.put(paths.connectionLimit, { value: connectionLimit });
  await setAccess(target, { api, context });
}

/** Sets the password where the portal has it and the permissions, and writes the mark that all is done. */
async function setAccess(
  target: CredentialedTarget,
  { api, context }: Work,
): Promise<void> {
  const { fingerprint, credentials, access } = target;
  const paths = rabbitPaths(target);
  const before = await readRabbitState(api, target);
  const mark = before.vhost?.mark;
  context.progress(driverWords.write('provisioning.progress.setPassword'));
  await api.put(
    paths.user,
    rabbitUser(
      target,
      credentials
        ? hashPassword(credentials.password('owner'))
        : before.user?.passwordHash ?? '',
    ),
  );
  if (access === 'granted') {
    await api.put(paths.permissions, ALL_PERMISSIONS);
  } else {
    await api.delete(paths.permissions);
  }
  if (hasOtherPasswords(target, mark) || access === 'suspended') {
    context.progress(
      driverWords.write('provisioning.progress.endOldConnections'),
    );
    await api.delete(paths.connections);
  }
  await api.put(paths.vhost, {
    description: formatMark({
      ...newMark(target),
      fingerprint,
      generation: generationAfter(target, mark),
    }),
  });
}
