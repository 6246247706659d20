import { driverWords } from '@atrium/plugin-provisioning-node';
import { isError } from '@backstage/errors';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { ServerConfig } from '../config/ServerConfig';
import { refuseUnreachable } from '../shared/refusals';

/** Names of locks have at most 64 characters. */
const LOCK_PREFIX = 'atrium ';
const LOCK_SECONDS = 30;

/** A server of MariaDB or MySQL, as the account that makes things on it. */
export class MySqlServer {
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
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> {
    const { name, host, port, user, password, tls } = this.config;
    signal.throwIfAborted();
    // Only here: most portals never connect to such a server.
    const {
      createConnection,
    }: typeof import('mysql2/promise') = require('mysql2/promise');
    const connection = await createConnection({
      host,
      port,
      user,
      password,
      // Without it a certificate of any other server would do.
      ssl: tls && { ...tls, verifyIdentity: true },
      connectTimeout: 10_000,
      charset: 'utf8mb4',
    }).catch(error => {
      throw refuseUnreachable(name, error);
    });
    // A connection that breaks while nothing waits for it is told here only.
    connection.on('error', () => undefined);
    const end = () => connection.destroy();
    signal.addEventListener('abort', end);
    try {
      return await work(connection);
    } catch (error) {
      throw withoutStatement(error);
    } finally {
      signal.removeEventListener('abort', end);
      connection.destroy();
    }
  }

  /** Connects, and lets nobody else work on the same name meanwhile. */
  async withLock<T>(
    name: string,
    {
      signal,
      work,
    }: { signal: AbortSignal; work(connection: Connection): Promise<T> },
  ): Promise<T> {
    return this.withConnection(signal, async connection => {
      const [rows] = await connection.query<RowDataPacket[]>(
        'SELECT GET_LOCK(?, ?) AS is_mine',
        [LOCK_PREFIX + name, LOCK_SECONDS],
      );
      if (rows[0]?.is_mine !== 1) {
        throw driverWords.error(
          Error,
          driverWords.describe('provisioning.driver.busy', { name }),
        );
      }
      return work(connection);
    });
  }
}

/** Errors of the client hold the whole statement, with the password in it. */
function withoutStatement(error: unknown): unknown {
  if (!isError(error) || !('sql' in error)) {
    return error;
  }
  const { code, sqlState } = error;
  const isAboutText = code === 'ER_PARSE_ERROR';
  return Object.assign(
    isAboutText
      ? driverWords.error(
          Error,
          driverWords.describe('provisioning.driver.noStatement'),
        )
      : new Error(error.message),
    { code, sqlState },
  );
}
