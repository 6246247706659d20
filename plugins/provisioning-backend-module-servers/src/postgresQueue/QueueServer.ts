import type { Client } from 'pg';
import type { PostgresServerConfig } from '../config/ServerConfig';
import {
  againWhenOvertaken,
  Identifier,
  PostgresServer,
  sql,
  type WithClientOptions,
} from '../postgres/PostgresServer';

/** A server together with the database that holds the queues. */
export class QueueServer {
  readonly config: PostgresServerConfig;
  readonly #server: PostgresServer;
  /** Every server has this one. */
  readonly #first: PostgresServer;

  constructor(config: PostgresServerConfig) {
    this.config = config;
    this.#server = new PostgresServer(config);
    this.#first = new PostgresServer({ ...config, database: 'postgres' });
  }

  /** Reads in the database of the queues; undefined where it is not made yet. */
  async look<T>(
    signal: AbortSignal,
    read: (client: Client) => Promise<T>,
  ): Promise<T | undefined> {
    const isThere = await this.#first.withClient({ signal }, client =>
      this.#hasDatabase(client),
    );
    return isThere ? this.#server.withClient({ signal }, read) : undefined;
  }

  async withLock<T>(
    name: string,
    options: WithClientOptions & { work(client: Client): Promise<T> },
  ): Promise<T> {
    return this.#server.withLock(name, options);
  }

  /** Makes the database, which only roles of its queues open. */
  async ensureDatabase(signal: AbortSignal): Promise<void> {
    const database = new Identifier(this.config.database);
    await this.#first.withLock('the database of the queues', {
      signal,
      work: async client => {
        if (!(await this.#hasDatabase(client))) {
          await client.query(
            sql`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`,
          );
          await client.query(
            sql`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
          );
        }
      },
    });
    await this.#server.withClient({ signal }, async client => {
      const { rows } = await client.query(
        "SELECT has_schema_privilege('public', 'public', 'CREATE') AS is_open",
      );
      if (rows[0].is_open) {
        await againWhenOvertaken(() =>
          client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC'),
        );
      }
    });
  }

  async #hasDatabase(client: Client): Promise<boolean> {
    const { rowCount } = await client.query(
      'SELECT FROM pg_database WHERE datname = $1',
      [this.config.database],
    );
    return rowCount === 1;
  }
}
