import pg from 'pg';

/** Changes a database past the portal, as people do at night. */
export async function changeDatabaseByHand(
  { port, password }: { port: number; password: string },
  database: string,
  { connectionLimit }: { connectionLimit: number },
): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
  });
  await client.connect();
  try {
    await client.query(
      `ALTER DATABASE ${client.escapeIdentifier(
        database,
      )} CONNECTION LIMIT ${connectionLimit}`,
    );
  } finally {
    await client.end();
  }
}
