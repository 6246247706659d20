import type { DatabaseService } from '@backstage/backend-plugin-api';
import { currentRequest } from '../requests/requestScope';
import {
  databaseUnavailable,
  explainStatementError,
} from './explainStatementError';

/**
 * How long a request waits for a connection, or for the answer to a statement.
 * With what else a request does it has its own answer within 5 seconds.
 */
const REQUEST_LIMIT_MS = 4_000;

/** As `pg` says it. */
const READ_TIMEOUT = 'Query read timeout';

/** The client of a plugin. */
export type Knex = Awaited<ReturnType<DatabaseService['getClient']>>;

type Callback = (error: Error | undefined, result?: unknown) => void;

/** The part of a connection of `pg` that is changed here. */
interface PgConnection {
  query(config: string | object, callback: Callback): unknown;
  end(): Promise<void>;
  /** Tells Knex never to use it again. */
  __knex__disposed?: Error;
}

/**
 * Keeps requests from waiting for a database that does not answer: what takes
 * longer than the limit fails with a `ServiceUnavailableError`, which any
 * router answers with 503, and what the database cannot take as a value with an
 * `InputError`. Work that nobody waits for takes as long as it needs.
 *
 * @remarks A connection whose answer did not come in time is closed, and never
 * used again: nobody can say what it still does, and its transaction ends with
 * it. PostgreSQL notices that by `client_connection_check_interval`.
 */
export function limitRequests(knex: Knex, limitMs = REQUEST_LIMIT_MS): void {
  const { client } = knex;
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = () =>
    currentRequest() ? acquireInTime() : acquire();
  client.pool.on('createSuccess', (_event: number, connection: PgConnection) =>
    limitStatements(connection, limitMs),
  );

  async function acquireInTime(): Promise<unknown> {
    const pending: Promise<unknown> = acquire();
    // To abort a promise of a timer would make an error for each statement.
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<undefined>(resolve => {
      timer = setTimeout(() => resolve(undefined), limitMs);
      timer.unref();
    });
    try {
      const connection = await Promise.race([pending, limit]);
      if (connection === undefined) {
        throw new Error('No connection was free in time');
      }
      return connection;
    } catch (error) {
      // Whoever comes too late is not needed any more.
      pending.then(
        connection => client.releaseConnection(connection),
        () => {},
      );
      throw databaseUnavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function limitStatements(connection: PgConnection, limitMs: number): void {
  const query = connection.query.bind(connection);
  connection.query = (config, callback) => {
    // Streams are read for as long as they are sent.
    const isStatement =
      typeof config === 'object' && typeof callback === 'function';
    if (!isStatement || !currentRequest()) {
      return query(config, callback);
    }
    return query({ ...config, query_timeout: limitMs }, (error, result) => {
      if (error?.message === READ_TIMEOUT) {
        connection.__knex__disposed = error;
        connection.end().catch(() => {});
      }
      callback(error && explainStatementError(error), result);
    });
  };
}
