import type { ServerConfig } from '../config/ServerConfig';
import { refuseUnreachable } from '../shared/refusals';

/** Asks a server; answers are as RESP 2 has them. */
export interface RedisConnection {
  ask(...command: string[]): Promise<unknown>;
}

/** A server of Redis or Valkey, as the account that makes things on it. */
export class RedisServer {
  readonly config: ServerConfig;

  constructor(config: ServerConfig) {
    this.config = config;
  }

  /**
   * Connects for the time of some work.
   *
   * @throws ProviderRefusal when the server cannot be reached
   */
  async withConnection<T>(
    signal: AbortSignal,
    work: (connection: RedisConnection) => Promise<T>,
  ): Promise<T> {
    const { name, host, port, user, password, tls } = this.config;
    signal.throwIfAborted();
    // Only here: most portals never connect to such a server.
    const {
      createClient,
    }: typeof import('@redis/client') = require('@redis/client');
    const client = createClient({
      RESP: 2,
      username: user,
      password,
      socket: {
        host,
        port,
        connectTimeout: 10_000,
        reconnectStrategy: false,
        ...(tls && { tls: true as const, ...tls }),
      },
    });
    // A connection that breaks while nothing waits for it is told here only.
    client.on('error', () => undefined);
    const end = () => client.destroy();
    signal.addEventListener('abort', end);
    try {
      await client.connect().catch(error => {
        throw refuseUnreachable(name, error);
      });
      return await work({ ask: (...command) => client.sendCommand(command) });
    } finally {
      signal.removeEventListener('abort', end);
      if (client.isOpen) {
        client.destroy();
      }
    }
  }
}
