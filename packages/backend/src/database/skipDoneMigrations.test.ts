import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { skipDoneMigrations } from './skipDoneMigrations';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
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

async function open() {
  const knex = await databases.init('POSTGRES_18');
  skipDoneMigrations(knex);
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
