import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from './limitRequests';

const POLL_MS = 200;

interface RawConnection {
  query(
    text: string,
    values: unknown[],
  ): Promise<{ rows: { held: boolean }[] }>;
  end(): Promise<void>;
}

export interface MigrationLockOptions {
  /** The table in which Knex notes what has run. */
  tableName: string;
  schemaName?: string;
  logger: LoggerService;
}

/**
 * Does something while no other replica does it for the same table. PostgreSQL
 * takes the lock back when whoever holds it is gone, however it ended.
 *
 * @remarks The lock has a connection of its own: a pool may have but one. It is
 * asked for again and again, since a statement that waits for it would keep
 * `CREATE INDEX CONCURRENTLY` of its holder from ending.
 */
export async function withMigrationLock<T>(
  knex: Knex,
  { tableName, schemaName, logger }: MigrationLockOptions,
  work: () => Promise<T>,
): Promise<T> {
  // Asked of the pool, which also has the connection settings fetched where they
  // are not fixed.
  const { rows } = await knex.raw(
    "SELECT hashtextextended(concat_ws('.', 'migrations', coalesce(?, current_schema()), ?::text), 0) AS key",
    [schemaName ?? null, tableName],
  );
  const connection: RawConnection = await knex.client.acquireRawConnection();
  try {
    const isHeld = async () => {
      const answer = await connection.query(
        'SELECT pg_try_advisory_lock($1) AS held',
        [rows[0].key],
      );
      return answer.rows[0].held;
    };
    if (!(await isHeld())) {
      logger.info(
        'Another replica changes the tables of the database; waiting for it',
      );
      do {
        await sleep(POLL_MS);
      } while (!(await isHeld()));
    }
    return await work();
  } finally {
    // The lock ends with its session.
    await connection.end().catch(() => {});
  }
}
