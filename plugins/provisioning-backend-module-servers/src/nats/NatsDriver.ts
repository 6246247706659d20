import {
  type CredentialedTarget,
  type DriverContext,
  driverWords,
  ProviderRefusal,
  type ResourceDriver,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { ServerConfig } from '../config/ServerConfig';
import { ServerDriver } from '../shared/ServerDriver';
import { describeNats } from './describeNats';
import { NatsStreams } from './NatsStreams';

/**
 * Makes streams on servers where no users can be made over the wire: whoever
 * reaches them is let in, or has an account that somebody else made.
 */
export class NatsDriver
  extends ServerDriver<ServerConfig>
  implements ResourceDriver
{
  readonly #streams: NatsStreams<ServerConfig>;

  constructor(servers: ServerConfig[]) {
    super({ product: 'NATS', servers, describe: describeNats });
    this.#streams = new NatsStreams({ servers: this.servers });
  }

  async describeChanges(target: ResourceTarget) {
    return this.#streams.describeChanges(target);
  }

  async observe(target: ResourceTarget, context: DriverContext) {
    return this.#streams.look(target, context, async (_, state) =>
      this.#streams.describe(target, state),
    );
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    await this.#streams.work(target, context, async (manager, state) => {
      const work = { manager, state, context };
      await this.#streams.ensure(target, work);
      await this.#streams.finish(target, work);
    });
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#streams.workOnExisting(target, context, async () => undefined);
    await this.create(target, context);
  }

  async rotate() {
    throw new ProviderRefusal(
      driverWords.write('provisioning.driver.noCredentials'),
      { isTemporary: false },
    );
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    return this.#streams.work(target, context, (manager, state) =>
      this.#streams.remove(target, { manager, state, context }),
    );
  }

  list(inputs: JsonObject, context: Pick<DriverContext, 'signal'>) {
    return this.#streams.list(inputs, context);
  }
}
