import type {
  DriverProblem,
  DriverText,
  ResourceDriverDescription,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import type { ServerConfig } from '../config/ServerConfig';
import { ServerList } from './ServerList';

interface ServerDriverOptions<T extends ServerConfig> {
  /** What places are called by, such as `PostgreSQL`. */
  product: string;
  servers: T[];
  /** @param serverSchema - of the input that names a server */
  describe(serverSchema: JsonObject): ResourceDriverDescription;
}

/** What all drivers have alike whose inputs name a server of the configuration. */
export abstract class ServerDriver<T extends ServerConfig> {
  readonly description: ResourceDriverDescription;
  protected readonly servers: ServerList<T>;
  readonly #product: string;

  constructor({ product, servers, describe }: ServerDriverOptions<T>) {
    this.servers = new ServerList(servers);
    this.description = describe(this.servers.schema);
    this.#product = product;
  }

  async check({ inputs }: ResourceTarget): Promise<DriverProblem[]> {
    return this.servers.check(inputs);
  }

  describeLocation(inputs: JsonObject): DriverText {
    return this.servers.describe(this.#product, inputs);
  }
}
