import type pg from 'pg';

/** Can be asked for what it needs, a pool as well as a client. */
type Queryable = Pick<pg.Pool, 'query'>;

/** What a bench has noted of a database once it was filled. */
export async function readMark(
  server: Queryable,
  database: string,
): Promise<string | undefined> {
  const { rows } = await server.query(
    `SELECT shobj_description(oid, 'pg_database') AS mark
     FROM pg_database WHERE datname = $1`,
    [database],
  );
  return rows[0]?.mark ?? undefined;
}

/** Notes what the database is filled with, for the next run to find. */
export async function writeMark(
  database: Queryable,
  mark: string,
): Promise<void> {
  // The statement takes no parameters, so that the server has to quote.
  const { rows } = await database.query(
    `SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text)
       AS statement`,
    [mark],
  );
  await database.query(rows[0].statement);
}
