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

/** Keeps the state of polling in the database of the delivery backend. */
export class DatabasePollStore implements PollStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static async create(database: DatabaseService): Promise<DatabasePollStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@atrium/plugin-delivery-backend-module-github',
          'migrations',
        ),
        // The database is that of the plugin, which has migrations of its own.
        tableName: 'github_knex_migrations',
      });
    }
    return new DatabasePollStore(knex);
  }

  async read(key: PollKey): Promise<PollState | undefined> {
    const row = await this.#knex<PollRow>('github_polls').where(key).first();
    return row && toState(row);
  }

  async write(key: PollKey, state: PollState): Promise<void> {
    await this.#knex<PollRow>('github_polls')
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
