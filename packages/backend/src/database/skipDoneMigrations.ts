import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Knex } from './limitRequests';

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
 */
export function skipDoneMigrations(knex: Knex): void {
  const getMigrator = Object.getOwnPropertyDescriptor(knex, 'migrate')?.get;
  if (!getMigrator) {
    return;
  }
  Object.defineProperty(knex, 'migrate', {
    configurable: true,
    get() {
      const migrator: Migrator = getMigrator.call(knex);
      const latest = migrator.latest.bind(migrator);
      migrator.latest = async config =>
        (await isDone(knex, config)) ? [0, []] : latest(config);
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
