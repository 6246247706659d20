import pg from 'pg';

/** The server of sample databases, as people reach it past the portal. */
export class SampleServer {
  readonly #options: { port: number; password: string };

  constructor(options: { port: number; password: string }) {
    this.#options = options;
  }

  /** Changes a database by hand, as people do at night. */
  async limitConnections(database: string, limit: number): Promise<void> {
    await this.#work(async client => {
      const name = client.escapeIdentifier(database);
      await client.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${limit}`);
    });
  }

  /** Takes the login from the roles of a database, as who parks it does. */
  async closeDatabase(database: string): Promise<void> {
    await this.#work(async client => {
      for (const role of [`${database}_owner`, `${database}_reader`]) {
        const name = client.escapeIdentifier(role);
        await client.query(`ALTER ROLE ${name} NOLOGIN`);
      }
    });
  }

  /** A database that was restored from a backup, with the comment it had. */
  async restoreDatabase(database: string, comment: string): Promise<void> {
    await this.#work(async client => {
      const { rows } = await client.query(
        'SELECT FROM pg_database WHERE datname = $1',
        [database],
      );
      const name = client.escapeIdentifier(database);
      if (rows.length === 0) {
        await client.query(`CREATE DATABASE ${name}`);
      }
      await client.query(
        `COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(comment)}`,
      );
    });
  }

  async #work(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({
      ...this.#options,
      host: '127.0.0.1',
      user: 'postgres',
      database: 'postgres',
    });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
