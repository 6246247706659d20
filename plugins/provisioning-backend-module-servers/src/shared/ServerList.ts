import {
  type DriverProblem,
  type DriverText,
  driverWords,
  ProviderRefusal,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { ServerConfig } from '../config/ServerConfig';

/** The servers of one driver: inputs name them, and say no address. */
export class ServerList<T extends ServerConfig> {
  readonly #servers: Map<string, T>;

  constructor(servers: T[]) {
    this.#servers = new Map(servers.map(server => [server.name, server]));
  }

  /** The field `server` of the inputs. */
  get schema(): JsonObject {
    const names = [...this.#servers.keys()];
    return {
      type: 'string',
      title: 'Server',
      description: 'A name of `provisioning.servers` in the configuration.',
      ...(names.length > 0 && { enum: names }),
    };
  }

  /** @throws ProviderRefusal when config does not name it */
  get(inputs: JsonObject): T {
    const server = this.#servers.get(String(inputs.server));
    if (!server) {
      throw new ProviderRefusal(describeUnknown(inputs), {
        isTemporary: false,
      });
    }
    return server;
  }

  values(): Iterable<T> {
    return this.#servers.values();
  }

  check(inputs: JsonObject): DriverProblem[] {
    return this.#servers.has(String(inputs.server))
      ? []
      : [{ field: 'inputs.server', message: describeUnknown(inputs) }];
  }

  /** Such as `PostgreSQL at db.internal:5432`. */
  describe(product: string, inputs: JsonObject): DriverText {
    const server = this.#servers.get(String(inputs.server));
    return server
      ? driverWords.write('provisioning.place.server', {
          product,
          address: `${server.host}:${server.port}`,
        })
      : driverWords.write('provisioning.place.unknownServer', { product });
  }
}

function describeUnknown(inputs: JsonObject): DriverText {
  return driverWords.write('provisioning.driver.unknownServer', {
    server: String(inputs.server),
  });
}
