import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { PostgresServerConfig } from '../config/ServerConfig';
import { describeError, refuseUnreachable } from '../shared/refusals';

export interface WithClientOptions {
  /** Default: the database that config names. */
  database?: string;
  signal?: AbortSignal;
}

/** A server of PostgreSQL, as the account that makes things on it. */
export class PostgresServer {
  readonly config: PostgresServerConfig;

  constructor(config: PostgresServerConfig) {
    this.config = config;
  }

  /**
   * Connects for the time of some work.
   *
   * @throws ProviderRefusal when the server cannot be reached
   */
  async withClient<T>(
    options: WithClientOptions,
    work: (client: Client) => Promise<T>,
  ): Promise<T> {
    const { name, host, port, user, password, tls } = this.config;
    const client = new Client({
      host,
      port,
      user,
      password,
      database: options.database ?? this.config.database,
      ssl: tls,
      application_name: 'atrium-provisioning',
      connectionTimeoutMillis: 10_000,
      query_timeout: 60_000,
      // In a database of somebody else, only what PostgreSQL brings along is called:
      // what its owner has made under the same name must not run as this account.
      options: '-c lock_timeout=30s -c search_path=pg_catalog,pg_temp',
    });
    // A connection that breaks while nothing waits for it is told here only.
    client.on('error', () => undefined);
    const end = () => {
      client.end().catch(() => undefined);
    };
    options.signal?.throwIfAborted();
    options.signal?.addEventListener('abort', end);
    try {
      await client.connect().catch(error => {
        throw refuseUnreachable(name, error);
      });
      return await work(client);
    } finally {
      options.signal?.removeEventListener('abort', end);
      await client.end().catch(() => undefined);
    }
  }

  /**
   * Connects, and lets nobody else work on the same name meanwhile, whichever
   * replica it is.
   */
  async withLock<T>(
    name: string,
    options: WithClientOptions & { work(client: Client): Promise<T> },
  ): Promise<T> {
    const { work, ...more } = options;
    return this.withClient(more, async client => {
      await client.query(
        "SELECT pg_advisory_lock(hashtextextended('atrium ' || $1, 0))",
        [name],
      );
      return work(client);
    });
  }
}

/** How often something is tried that others change at the same time. */
const ATTEMPTS = 5;

/**
 * Does something again that failed because somebody else changed the same row of a
 * catalog, for which there are no locks: another replica, or the driver for queues.
 */
export async function againWhenOvertaken<T>(
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const { message } = describeError(error);
      if (attempt === ATTEMPTS || message !== 'tuple concurrently updated') {
        throw error;
      }
    }
  }
}

/** Runs statements together or not at all. */
export async function inTransaction(
  client: Client,
  work: () => Promise<void>,
): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** A statement with identifiers and literals in it, quoted. */
export function sql(
  parts: TemplateStringsArray,
  ...values: (Identifier | string | number)[]
): string {
  return parts.reduce((text, part, index) => {
    const value = values[index - 1];
    return `${text}${quote(value)}${part}`;
  });
}

/** A name in a statement. */
export class Identifier {
  readonly quoted: string;

  constructor(name: string) {
    this.quoted = escapeIdentifier(name);
  }
}

function quote(value: Identifier | string | number): string {
  if (value instanceof Identifier) {
    return value.quoted;
  }
  return typeof value === 'number' ? String(value) : escapeLiteral(value);
}
