import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from './limitRequests';
import { skipDoneMigrations } from './skipDoneMigrations';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const logger = mockServices.logger.mock();
const folders: string[] = [];

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  folders.push(folder);
  return folder;
}

/** A migration that makes a table. */
async function addMigration(folder: string, table: string): Promise<void> {
  await writeFile(
    join(folder, `20261129000000_${table}.js`),
    `exports.up = knex => knex.schema.createTable('${table}', t => t.text('id'));
     exports.down = knex => knex.schema.dropTable('${table}');`,
  );
}

/** One as the catalog has them, which takes its time and notes that it ran. */
async function addMigrationWithoutTransaction(folder: string): Promise<void> {
  await writeFile(
    join(folder, '20261130000000_index.js'),
    `exports.up = async knex => {
       await knex.raw('INSERT INTO first SELECT $$ran$$ FROM pg_sleep(1)');
       await knex.raw('CREATE INDEX CONCURRENTLY first_id ON first (id)');
     };
     exports.down = knex => knex.raw('DROP INDEX first_id');
     exports.config = { transaction: false };`,
  );
}

/** A plugin's client of a replica, with a pool that has but one connection. */
async function openReplica({ connection }: Knex['client']['config']) {
  const manager = DatabaseManager.fromConfig(
    mockServices.rootConfig({
      data: {
        backend: {
          database: {
            client: 'pg',
            // Knex hides it.
            connection: { ...connection, password: connection.password },
            pluginDivisionMode: 'schema',
            knexConfig: { pool: { min: 0, max: 1 } },
          },
        },
      },
    }),
  );
  const knex = await manager
    .forPlugin('plugin', { logger, lifecycle: mockServices.lifecycle.mock() })
    .getClient();
  skipDoneMigrations(knex, logger);
  return knex;
}

async function open() {
  const knex = await databases.init('POSTGRES_18');
  skipDoneMigrations(knex, logger);
  const statements: string[] = [];
  knex.on('query', ({ sql }) => statements.push(sql));
  return { knex, takeStatements: () => statements.splice(0) };
}

describe('skipDoneMigrations', () => {
  afterAll(async () => {
    for (const folder of folders) {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('runs what is new, and only looks when all have run', async () => {
    const { knex, takeStatements } = await open();
    const directory = await createFolder();
    await addMigration(directory, 'first');
    await writeFile(join(directory, 'README.md'), 'No migration');

    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('first')).toBe(true);
    takeStatements();
    await knex.migrate.latest({ directory });
    expect(takeStatements()).toEqual([
      'SELECT to_regclass($1) AS found',
      'select "name" from "knex_migrations"',
    ]);

    await addMigration(directory, 'second');
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('second')).toBe(true);
  });

  it('runs what is new after a start that was killed in the middle', async () => {
    const { knex } = await open();
    const directory = await createFolder();
    await addMigration(directory, 'first');
    await knex.migrate.latest({ directory });
    // As Knex leaves it without a transaction.
    await knex('knex_migrations_lock').update({ is_locked: 1 });

    await addMigrationWithoutTransaction(directory);
    await knex.migrate.latest({ directory });
    expect(await knex('first').pluck('id')).toEqual(['ran']);
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('runs what is new once where replicas start together', async () => {
    const { knex } = await open();
    const directory = await createFolder();
    await addMigration(directory, 'first');
    await addMigrationWithoutTransaction(directory);
    const replicas = [
      await openReplica(knex.client.config),
      await openReplica(knex.client.config),
      await openReplica(knex.client.config),
    ];

    await Promise.all(
      replicas.map(replica => replica.migrate.latest({ directory })),
    );
    expect(await replicas[0]('first').pluck('id')).toEqual(['ran']);
    expect(logger.info).toHaveBeenCalledWith(
      'Another replica changes the tables of the database; waiting for it',
    );
    for (const replica of replicas) {
      await replica.destroy();
    }
  });

  it('keeps the tables of two sets of migrations apart', async () => {
    const { knex } = await open();
    const [one, other] = [await createFolder(), await createFolder()];
    await addMigration(one, 'one');
    await addMigration(other, 'other');

    await knex.migrate.latest({ directory: one });
    await knex.migrate.latest({ directory: other, tableName: 'others' });
    expect(await knex('others').pluck('name')).toEqual([
      '20261129000000_other.js',
    ]);
  });

  it('refuses as Knex does when one that ran is missing', async () => {
    const { knex } = await open();
    const directory = await createFolder();
    await addMigration(directory, 'first');
    await addMigration(directory, 'second');
    await knex.migrate.latest({ directory });

    await rm(join(directory, '20261129000000_first.js'));
    await expect(knex.migrate.latest({ directory })).rejects.toThrow(
      'The migration directory is corrupt',
    );
  });
});
