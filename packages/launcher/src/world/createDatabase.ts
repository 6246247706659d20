import pg from 'pg';

export interface CreateDatabaseOptions {
  port: number;
  password: string;
}

/** Makes a database unless it is there. */
export async function createDatabase(
  name: string,
  options: CreateDatabaseOptions,
): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    user: 'postgres',
    database: 'postgres',
    ...options,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'SELECT 1 FROM pg_database WHERE datname = $1',
      [name],
    );
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
