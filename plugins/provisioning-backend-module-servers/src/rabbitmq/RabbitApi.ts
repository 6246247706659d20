import { driverWords, ProviderRefusal } from '@atrium/plugin-provisioning-node';
import type { RabbitServerConfig } from '../config/ServerConfig';
import { describeError, refuseUnreachable } from '../shared/refusals';
import type { Agent } from 'undici';

/** How long an answer may take. */
const TIMEOUT_MS = 15_000;

/** The management API of a server, as the account that makes things on it. */
export class RabbitApi {
  readonly #undici: typeof import('undici');
  readonly #server: RabbitServerConfig;
  readonly #signal: AbortSignal;
  readonly #agent: Agent | undefined;

  constructor(server: RabbitServerConfig, signal: AbortSignal) {
    this.#server = server;
    this.#signal = signal;
    // Only here: most portals never connect to such a server.
    this.#undici = require('undici');
    this.#agent = server.tls && new this.#undici.Agent({ connect: server.tls });
  }

  /** What is there; undefined where it is not. */
  async get(path: string): Promise<unknown> {
    return this.#ask('GET', path);
  }

  async put(path: string, body: object): Promise<void> {
    await this.#ask('PUT', path, body);
  }

  /** Whether it was there. */
  async delete(path: string): Promise<boolean> {
    return (await this.#ask('DELETE', path)) !== undefined;
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const { name, managementUrl, user = '', password = '' } = this.#server;
    const basic = Buffer.from(`${user}:${password}`).toString('base64');
    const response = await this.#undici
      .fetch(`${managementUrl}/api${path}`, {
        method,
        headers: {
          authorization: `Basic ${basic}`,
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.any([
          this.#signal,
          AbortSignal.timeout(TIMEOUT_MS),
        ]),
        dispatcher: this.#agent,
      })
      .catch(error => {
        const { cause } = error;
        throw describeError(cause).code === 'ECONNREFUSED'
          ? refuseUnreachable(name, cause)
          : error;
      });
    const text = await response.text();
    if (response.status === 404) {
      return undefined;
    }
    // Whoever makes a virtual host is let into it a moment later only: until then
    // another replica gets a 401, too, which says nothing of the account.
    // Users are asked for first.
    if (response.status === 401 && path.startsWith('/users/')) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.driver.accountUnknown', {
          server: name,
        }),
        { isTemporary: false },
      );
    }
    if (!response.ok) {
      throw driverWords.error(
        Error,
        driverWords.describe('provisioning.driver.answered', {
          request: `${method} ${path}`,
          status: response.status,
        }),
      );
    }
    return text === '' ? {} : JSON.parse(text);
  }
}
