import type {
  CredentialedTarget,
  DriverContext,
  FoundResource,
  Observation,
  ResourceDriver,
  ResourceDriverDescription,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { ServerConfig } from '../config/ServerConfig';
import { missing, refuseForeign } from '../shared/refusals';
import {
  generationAfter,
  parseMark,
  type ResourceMark,
} from '../shared/ResourceMark';
import { ServerList } from '../shared/ServerList';
import { describeNats } from './describeNats';
import { consumerPlan, MARK_KEY, streamMetadata, streamPlan } from './natsPlan';
import { withJetStream } from './NatsServer';
import { compareNats, type NatsState, readNatsState } from './readNatsState';

/**
 * Makes streams with a durable consumer on NATS JetStream, from 2.10 on.
 *
 * @remarks Who may connect is said by the accounts of the server: there is no
 * way to make a user over the wire, so no credentials come out.
 */
export class NatsDriver implements ResourceDriver {
  readonly description: ResourceDriverDescription;
  readonly #servers: ServerList<ServerConfig>;

  constructor(servers: ServerConfig[]) {
    this.#servers = new ServerList(servers);
    this.description = describeNats(this.#servers.schema);
  }

  async check({ inputs }: ResourceTarget) {
    return this.#servers.check(inputs);
  }

  async describeChanges({ providerName, type, inputs }: ResourceTarget) {
    return [
      `stream ${providerName} on ${this.describeLocation(
        inputs,
      )}, as a ${type}`,
      `durable consumer ${providerName}`,
    ];
  }

  describeLocation(inputs: JsonObject) {
    return this.#servers.describe('NATS', inputs);
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const { providerName: name, resourceId } = target;
    const server = this.#servers.get(target.inputs);
    const state = await withJetStream(server, {
      signal,
      work: manager => readNatsState(manager, name),
    });
    const { stream, mark, consumer } = state;
    if (!stream) {
      return { status: 'absent' };
    }
    if (mark?.resourceId !== resourceId) {
      return {
        status: 'foreign',
        evidence: `The stream '${name}' is not marked as made by this portal for this resource`,
      };
    }
    const differences = compareNats(target, state);
    const { host, port } = server.workloads;
    return {
      status: 'present',
      fingerprint: mark.fingerprint,
      credentialGeneration: mark.generation,
      access: 'granted',
      differences,
      health: consumer
        ? { status: 'ok' }
        : { status: 'degraded', message: differences[0] },
      outputs: {
        host,
        port,
        servers: `${server.tls ? 'tls' : 'nats'}://${host}:${port}`,
        stream: name,
        subject: name,
        consumer: name,
        name,
      },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    await this.#work(target, context, async (manager, state) => {
      const { resourceId, providerName: name } = target;
      const plan = streamPlan(target);
      if (!state.stream) {
        context.progress('Making the stream');
        await manager.streams.add({
          name,
          ...plan,
          metadata: streamMetadata({ resourceId, name }),
        });
      }
      if (state.consumer) {
        context.progress('Changing the consumer');
        await manager.consumers.update(name, name, consumerPlan(target));
      } else {
        context.progress('Making the consumer');
        await manager.consumers.add(name, {
          durable_name: name,
          ...consumerPlan(target),
        });
      }
      await finish(target, { manager, context, before: state.mark });
    });
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#work(target, context, async (_, { stream }) => {
      if (!stream) {
        throw missing(`stream '${target.providerName}'`);
      }
    });
    await this.create(target, context);
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    await this.#work(target, context, async (manager, { stream, mark }) => {
      if (!stream) {
        throw missing(`stream '${target.providerName}'`);
      }
      await finish(target, { manager, context, before: mark });
    });
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const { providerName } = target;
    const removed: string[] = [];
    await this.#work(target, context, async (manager, { stream, consumer }) => {
      if (stream) {
        context.progress('Removing the stream');
        await manager.streams.delete(providerName);
        removed.push(`stream ${providerName} with its messages`);
      }
      if (consumer) {
        removed.push(`consumer ${providerName}`);
      }
    });
    return removed;
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const marks = await withJetStream(this.#servers.get(inputs), {
      signal,
      async work(manager) {
        const texts: (string | undefined)[] = [];
        for await (const { config } of manager.streams.list()) {
          texts.push(config.metadata?.[MARK_KEY]);
        }
        return texts;
      },
    });
    for (const text of marks) {
      const mark = parseMark(text);
      if (mark) {
        yield { resourceId: mark.resourceId, providerName: mark.name };
      }
    }
  }

  /** Works on what is not of somebody else. */
  async #work(
    target: ResourceTarget,
    { signal }: DriverContext,
    work: (manager: JetStreamManager, state: NatsState) => Promise<void>,
  ): Promise<void> {
    await withJetStream(this.#servers.get(target.inputs), {
      signal,
      async work(manager) {
        const state = await readNatsState(manager, target.providerName);
        const isForeign =
          state.stream && state.mark?.resourceId !== target.resourceId;
        if (isForeign) {
          throw refuseForeign(`a stream '${target.providerName}'`);
        }
        await work(manager, state);
      },
    });
  }
}

/** Sets what the stream is to be, with the mark that all is done. */
async function finish(
  target: CredentialedTarget,
  {
    manager,
    context,
    before,
  }: {
    manager: JetStreamManager;
    context: DriverContext;
    before: ResourceMark | undefined;
  },
): Promise<void> {
  const { resourceId, providerName: name, fingerprint } = target;
  context.progress('Setting limits and retention');
  await manager.streams.update(name, {
    ...streamPlan(target),
    metadata: streamMetadata({
      resourceId,
      name,
      fingerprint,
      generation: generationAfter(target, before),
    }),
  });
}
