import {
  type CredentialedTarget,
  type DriverContext,
  driverWords,
  type Observation,
  type ResourceDriver,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { NatsJwtServerConfig } from '../config/ServerConfig';
import { refuseLostPassword } from '../shared/refusals';
import { ServerDriver } from '../shared/ServerDriver';
import { createUserKey } from './createUserKey';
import { describeNatsJwt } from './describeNats';
import { inboxOf, NatsAccount } from './NatsAccount';
import { NatsStreams, type NatsWork } from './NatsStreams';
import type { NatsState } from './readNatsState';

/** Makes streams with a user each, on servers in operator mode. */
export class NatsJwtDriver
  extends ServerDriver<NatsJwtServerConfig>
  implements ResourceDriver
{
  readonly #streams: NatsStreams<NatsJwtServerConfig>;
  readonly #accounts: Map<NatsJwtServerConfig, NatsAccount>;

  constructor(servers: NatsJwtServerConfig[]) {
    super({ product: 'NATS', servers, describe: describeNatsJwt });
    this.#accounts = new Map(
      servers.map(server => [server, new NatsAccount(server)]),
    );
    this.#streams = new NatsStreams({
      servers: this.servers,
      authenticate: async server =>
        this.#accounts.get(server)?.authenticatePortal(),
    });
  }

  async describeChanges(target: ResourceTarget) {
    return [
      ...this.#streams.describeChanges(target),
      driverWords.write('provisioning.made.streamUser', {
        name: target.providerName,
      }),
    ];
  }

  async observe(
    target: ResourceTarget,
    context: DriverContext,
  ): Promise<Observation> {
    const { providerName } = target;
    return this.#streams.look(target, context, async (_, state) => {
      const seen = this.#streams.describe(target, state);
      if (seen.status !== 'present') {
        return seen;
      }
      const { userKey, formerUserKeys } = state;
      const revoked = await this.#account(target).readRevoked(context.signal);
      const isRevoked = userKey === undefined || revoked.has(userKey);
      const areOthersIn = !formerUserKeys.every(key => revoked.has(key));
      return {
        ...seen,
        access: isRevoked ? 'suspended' : 'granted',
        // So that the engine takes it for unfinished: an update revokes them again.
        ...(areOthersIn && {
          fingerprint: undefined,
          differences: [
            ...seen.differences,
            driverWords.write('provisioning.difference.formerUsers'),
          ],
        }),
        outputs: {
          ...seen.outputs,
          username: providerName,
          inboxPrefix: inboxOf(providerName),
        },
      };
    });
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    await this.#streams.work(target, context, async (manager, state) => {
      const work = { manager, state, context };
      await this.#streams.ensure(target, work);
      await this.#setUser(target, work);
    });
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    await this.#streams.workOnExisting(target, context, async () => undefined);
    await this.create(target, context);
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    await this.#streams.workOnExisting(target, context, (manager, state) =>
      this.#setUser(target, { manager, state, context }),
    );
  }

  async suspend(target: ResourceTarget, context: DriverContext) {
    await this.#streams.workOnExisting(target, context, async (_, state) => {
      context.progress(
        driverWords.write('provisioning.progress.revokeUserAndConnections'),
      );
      await this.#revokeAll(target, state, context);
    });
  }

  async resume(target: CredentialedTarget, context: DriverContext) {
    await this.rotate(target, context);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    return this.#streams.work(target, context, async (manager, state) => {
      const work = { manager, state, context };
      if (state.userKey) {
        context.progress(driverWords.write('provisioning.progress.revokeUser'));
        await this.#revokeAll(target, state, context);
      }
      const removed = await this.#streams.remove(target, work);
      // Nobody can look again once the stream is gone, so this is the moment to see
      // whether another replica has undone it.
      await this.#revokeAll(target, state, context);
      return [
        ...removed,
        ...(state.userKey
          ? [
              driverWords.write('provisioning.removed.user', {
                name: target.providerName,
              }),
            ]
          : []),
      ];
    });
  }

  async describeSecrets(target: CredentialedTarget) {
    const { credentials, providerName } = target;
    if (!credentials) {
      return {};
    }
    const user = createUserKey(credentials.password('owner'));
    return {
      credentials: await this.#account(target).issue(providerName, user),
    };
  }

  list(inputs: JsonObject, context: Pick<DriverContext, 'signal'>) {
    return this.#streams.list(inputs, context);
  }

  #account({ inputs }: ResourceTarget): NatsAccount {
    const server = this.servers.get(inputs);
    return this.#accounts.get(server) ?? new NatsAccount(server);
  }

  /** Lets nobody in who was ever let in. */
  async #revokeAll(
    target: ResourceTarget,
    { userKey, formerUserKeys }: NatsState,
    { signal }: DriverContext,
  ): Promise<void> {
    const revoke = [...formerUserKeys, ...(userKey ? [userKey] : [])];
    if (revoke.length > 0) {
      await this.#account(target).setRevoked({ revoke, restore: [] }, signal);
    }
  }

  /** Lets the user of the target in, and nobody that came before. */
  async #setUser(target: CredentialedTarget, work: NatsWork): Promise<void> {
    const { credentials, access, providerName } = target;
    const { state, context } = work;
    const before = state.userKey;
    const userKey = credentials
      ? createUserKey(credentials.password('owner')).getPublicKey()
      : before;
    if (userKey === undefined) {
      throw refuseLostPassword('user', providerName);
    }
    context.progress(driverWords.write('provisioning.progress.setAccess'));
    const formerUserKeys = [
      ...state.formerUserKeys,
      ...(before && !state.formerUserKeys.includes(before) ? [before] : []),
    ].filter(key => key !== userKey);
    await this.#account(target).setRevoked(
      {
        revoke: [
          ...formerUserKeys,
          ...(access === 'suspended' ? [userKey] : []),
        ],
        restore: access === 'granted' ? [userKey] : [],
      },
      context.signal,
    );
    await this.#streams.finish(target, work, { userKey, formerUserKeys });
  }
}
