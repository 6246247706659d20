import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from './limitRequests';
import { withMigrationLock } from './withMigrationLock';

type Migrator = Knex['migrate'];
type MigratorConfig = Parameters<Migrator['latest']>[0];

/** As Knex names it. */
const DEFAULT_TABLE = 'knex_migrations';

/** What migrations are written in here and in stock plugins. */
const EXTENSIONS = ['.js', '.cjs', '.ts'];

/**
 * Lets `migrate.latest` end at once when all migrations of a folder have run, and
 * no other: two statements, where Knex takes a lock in a transaction in any case
 * and needs 13. A start asks for 64 folders.
 *
 * On PostgreSQL what is new is run by one replica at a time, also after a start
 * that was killed: for migrations outside of a transaction Knex notes in a table
 * that somebody is at it, which then stays there for ever.
 */
export function skipDoneMigrations(knex: Knex, logger: LoggerService): void {
  const getMigrator = Object.getOwnPropertyDescriptor(knex, 'migrate')?.get;
  if (!getMigrator) {
    return;
  }
  Object.defineProperty(knex, 'migrate', {
    configurable: true,
    get() {
      const migrator: Migrator = getMigrator.call(knex);
      const latest = migrator.latest.bind(migrator);
      const runNew = async (config: MigratorConfig) => {
        if (await isDone(knex, config)) {
          return [0, []];
        }
        // Whoever set it is gone, or the lock would not be free.
        await migrator.forceFreeMigrationsLock(config);
        return latest(config);
      };
      migrator.latest = async config => {
        if (await isDone(knex, config)) {
          return [0, []];
        }
        if (knex.client.driverName !== 'pg') {
          return latest(config);
        }
        const { tableName = DEFAULT_TABLE, schemaName } = config ?? {};
        return withMigrationLock(knex, { tableName, schemaName, logger }, () =>
          runNew(config),
        );
      };
      return migrator;
    },
  });
}

async function isDone(knex: Knex, config: MigratorConfig): Promise<boolean> {
  const { directory, tableName = DEFAULT_TABLE, ...others } = config ?? {};
  if (typeof directory !== 'string' || Object.keys(others).length > 0) {
    return false;
  }
  try {
    const files = (await readdir(directory)).filter(file =>
      EXTENSIONS.includes(extname(file)),
    );
    const { rows } = await knex.raw('SELECT to_regclass(?) AS found', [
      tableName,
    ]);
    if (rows[0].found === null) {
      return false;
    }
    const names = new Set(await knex(tableName).pluck('name'));
    return names.size === files.length && files.every(file => names.has(file));
  } catch {
    // Knex says what is wrong.
    return false;
  }
}
