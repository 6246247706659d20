import {
  type CredentialedTarget,
  type DriverContext,
  type DriverText,
  driverWords,
  type FoundResource,
  type Observation,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { Authenticator } from '@nats-io/transport-node';
import type { ServerConfig } from '../config/ServerConfig';
import { missing, refuseForeign } from '../shared/refusals';
import {
  generationAfter,
  isMarkOf,
  newMark,
  parseMark,
  toFound,
} from '../shared/ResourceMark';
import type { ServerList } from '../shared/ServerList';
import {
  consumerPlan,
  MARK_KEY,
  streamMetadata,
  streamPlan,
  type StreamUsers,
} from './natsPlan';
import { withJetStream } from './NatsServer';
import { compareNats, type NatsState, readNatsState } from './readNatsState';

interface NatsStreamsOptions<T extends ServerConfig> {
  servers: ServerList<T>;
  /** Who makes streams; by default the account of the configuration. */
  authenticate?(server: T): Promise<Authenticator | undefined>;
}

type Work<T> = (manager: JetStreamManager, state: NatsState) => Promise<T>;

/** Streams with a durable consumer on JetStream, from 2.10 on. */
export class NatsStreams<T extends ServerConfig> {
  readonly #options: NatsStreamsOptions<T>;

  constructor(options: NatsStreamsOptions<T>) {
    this.#options = options;
  }

  describeChanges({
    providerName,
    type,
    inputs,
  }: ResourceTarget): DriverText[] {
    return [
      driverWords.write('provisioning.made.stream', {
        name: providerName,
        place: this.#options.servers.describe('NATS', inputs),
        type,
      }),
      driverWords.write('provisioning.made.durableConsumer', {
        name: providerName,
      }),
    ];
  }

  /** What a stream is found to be; its users, if any, come on top. */
  describe(target: ResourceTarget, state: NatsState): Observation {
    const { stream, mark, consumer } = state;
    const { providerName: name } = target;
    if (!stream) {
      return { status: 'absent' };
    }
    if (!isMarkOf(mark, target)) {
      return {
        status: 'foreign',
        evidence: driverWords.write('provisioning.driver.unmarkedStream', {
          name,
        }),
      };
    }
    const server = this.#options.servers.get(target.inputs);
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

  /** Looks at a stream, and does more while connected. */
  async look<R>(
    target: ResourceTarget,
    { signal }: Pick<DriverContext, 'signal'>,
    work: Work<R>,
  ): Promise<R> {
    return this.#connect(target.inputs, signal, async manager =>
      work(manager, await readNatsState(manager, target.providerName)),
    );
  }

  /** Works on what is not of somebody else. */
  async work<R>(
    target: ResourceTarget,
    context: DriverContext,
    work: Work<R>,
  ): Promise<R> {
    return this.look(target, context, async (manager, state) => {
      if (state.stream && !isMarkOf(state.mark, target)) {
        throw refuseForeign('stream', target.providerName);
      }
      return work(manager, state);
    });
  }

  async workOnExisting<R>(
    target: ResourceTarget,
    context: DriverContext,
    work: Work<R>,
  ): Promise<R> {
    return this.work(target, context, async (manager, state) => {
      if (!state.stream) {
        throw missing('stream', target.providerName);
      }
      return work(manager, state);
    });
  }

  /** Makes the stream and its consumer; {@link finish} comes last. */
  async ensure(
    target: CredentialedTarget,
    { manager, state, context }: NatsWork,
  ): Promise<void> {
    const { providerName: name } = target;
    if (!state.stream) {
      context.progress(driverWords.write('provisioning.progress.makeStream'));
      await manager.streams.add({
        name,
        ...streamPlan(target),
        metadata: streamMetadata(newMark(target)),
      });
    }
    if (state.consumer) {
      context.progress(
        driverWords.write('provisioning.progress.changeConsumer'),
      );
      await manager.consumers.update(name, name, consumerPlan(target));
    } else {
      context.progress(driverWords.write('provisioning.progress.makeConsumer'));
      await manager.consumers.add(name, {
        durable_name: name,
        ...consumerPlan(target),
      });
    }
  }

  /** Sets what the stream is to be, with the mark that all is done. */
  async finish(
    target: CredentialedTarget,
    { manager, state, context }: NatsWork,
    users?: StreamUsers,
  ): Promise<void> {
    const { providerName: name, fingerprint } = target;
    const generation = generationAfter(target, state.mark);
    context.progress(driverWords.write('provisioning.progress.setLimits'));
    await manager.streams.update(name, {
      ...streamPlan(target),
      metadata: streamMetadata(
        { ...newMark(target), fingerprint, generation },
        users,
      ),
    });
  }

  async remove(
    { providerName }: ResourceTarget,
    { manager, state, context }: NatsWork,
  ): Promise<DriverText[]> {
    if (!state.stream) {
      return [];
    }
    context.progress(driverWords.write('provisioning.progress.removeStream'));
    await manager.streams.delete(providerName);
    return [
      driverWords.write('provisioning.removed.stream', { name: providerName }),
      ...(state.consumer
        ? [
            driverWords.write('provisioning.removed.consumer', {
              name: providerName,
            }),
          ]
        : []),
    ];
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const marks = await this.#connect(inputs, signal, async manager => {
      const texts: (string | undefined)[] = [];
      for await (const { config } of manager.streams.list()) {
        texts.push(config.metadata?.[MARK_KEY]);
      }
      return texts;
    });
    for (const text of marks) {
      const mark = parseMark(text);
      if (mark) {
        yield toFound(mark);
      }
    }
  }

  async #connect<R>(
    inputs: JsonObject,
    signal: AbortSignal,
    work: (manager: JetStreamManager) => Promise<R>,
  ): Promise<R> {
    const server = this.#options.servers.get(inputs);
    return withJetStream(server, {
      signal,
      authenticator: await this.#options.authenticate?.(server),
      work,
    });
  }
}

/** What is worked with while connected. */
export interface NatsWork {
  manager: JetStreamManager;
  state: NatsState;
  context: DriverContext;
}
