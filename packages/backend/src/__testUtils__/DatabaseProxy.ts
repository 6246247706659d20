import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database whose host may vanish, as a machine without power does. */
export class DatabaseProxy {
  readonly #database: { host: string; port: number };
  readonly #clients = new Set<Socket>();
  /** The sides towards the database. */
  readonly #servers = new Set<Socket>();
  readonly #proxy = createServer(client => this.#forward(client));

  constructor(database: { host: string; port: number }) {
    this.#database = database;
  }

  /** @returns the port to connect to, on loopback */
  async start(): Promise<number> {
    this.#proxy.listen(0, '127.0.0.1');
    await once(this.#proxy, 'listening');
    return (this.#proxy.address() as AddressInfo).port;
  }

  /**
   * Ends all sessions. Clients hear nothing of it, and no answer any more; those that
   * connect later get to the database, as after a failover.
   */
  vanish(): void {
    for (const server of this.#servers) {
      server.unpipe();
      server.destroy();
    }
    this.#servers.clear();
  }

  async stop(): Promise<void> {
    this.#proxy.close();
    for (const socket of [...this.#clients, ...this.#servers]) {
      socket.destroy();
    }
    await once(this.#proxy, 'close');
  }

  #forward(client: Socket): void {
    const server = connect(this.#database);
    this.#clients.add(client);
    this.#servers.add(server);
    client.on('error', () => {});
    server.on('error', () => {});
    client.pipe(server).pipe(client);
    client.once('close', () => {
      this.#clients.delete(client);
      server.destroy();
    });
  }
}
