import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { PollKey, PollState, PollStore } from './PollStore';

interface PollRow {
  repository: string;
  resource: string;
  since: Date;
  etag: string | null;
  walk_url: string | null;
  walk_since: Date | null;
}

/** Whose state is kept, and which package brings the table for it. */
interface DatabasePollStoreOptions {
  hostId: string;
  packageName: string;
}

/** Keeps the state of polling in the database of the plugin that polls. */
export class DatabasePollStore implements PollStore {
  readonly #knex: Knex;

  readonly #table: string;

  private constructor(knex: Knex, table: string) {
    this.#knex = knex;
    this.#table = table;
  }

  static async create(
    database: DatabaseService,
    options: DatabasePollStoreOptions,
  ): Promise<DatabasePollStore> {
    const { hostId, packageName } = options;
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(packageName, 'migrations'),
        // The database is that of the plugin, which has migrations of its own.
        tableName: `${hostId}_knex_migrations`,
      });
    }
    return new DatabasePollStore(knex, `${hostId}_polls`);
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
