import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** How far one list of a repository has been read. */
export interface PollState {
  /** What changed before is known; milliseconds since 1970. */
  since: number;
  /** Of the first page, if asking for it again can be answered by "unchanged". */
  etag?: string;
  /** Set while older pages are being read, which may take several polls. */
  walk?: PollWalk;
}

/** Where reading the older pages goes on. */
export interface PollWalk {
  url: string;
  /** What `since` becomes at the end. */
  since: number;
}

/** Which list of which repository. */
export interface PollKey {
  /** The address of its page. */
  repository: string;
  resource: string;
}

interface PollRow {
  repository: string;
  resource: string;
  since: Date;
  etag: string | null;
  walk_url: string | null;
  walk_since: Date | null;
}

/** Whose state is kept, and which package brings the table for it. */
interface PollStoreOptions {
  hostId: string;
  packageName: string;
}

/** Keeps the state of polling in the database of the plugin that polls. */
export class PollStore {
  readonly #knex: Knex;

  readonly #table: string;

  private constructor(knex: Knex, table: string) {
    this.#knex = knex;
    this.#table = table;
  }

  static async create(
    database: DatabaseService,
    options: PollStoreOptions,
  ): Promise<PollStore> {
    const { hostId, packageName } = options;
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(packageName, 'migrations'),
        // The database is that of the plugin, which has migrations of its own.
        tableName: `${hostId}_knex_migrations`,
      });
    }
    return new PollStore(knex, `${hostId}_polls`);
  }

  async read(key: PollKey): Promise<PollState | undefined> {
    const row = await this.#knex<PollRow>(this.#table).where(key).first();
    return row && toState(row);
  }

  async write(key: PollKey, state: PollState): Promise<void> {
    await this.#knex<PollRow>(this.#table)
      .insert({
        ...key,
        since: new Date(state.since),
        etag: state.etag ?? null,
        walk_url: state.walk?.url ?? null,
        walk_since: state.walk ? new Date(state.walk.since) : null,
      })
      .onConflict(['repository', 'resource'])
      .merge();
  }
}

function toState(row: PollRow): PollState {
  return {
    since: row.since.getTime(),
    etag: row.etag ?? undefined,
    walk:
      row.walk_url !== null && row.walk_since !== null
        ? { url: row.walk_url, since: row.walk_since.getTime() }
        : undefined,
  };
}
