import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';

describe('The times of scans that were kept before', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('are not known where they are of when the portal asked', async () => {
    const database = await createTestDatabase(databases);
    const knex = await openDatabase(
      { getClient: async () => database },
      {
        packageName: '@atrium/plugin-scorecard-backend-module-findings',
        migrationsTable: 'findings_knex_migrations',
      },
    );
    const migrations = {
      directory: `${__dirname}/../../migrations`,
      tableName: 'findings_knex_migrations',
    };
    await knex.migrate.down({
      ...migrations,
      name: '20261202235000_known_scan_times.js',
    });
    const scan = (tool: string, category: string, kinds: string[]) => ({
      entity_ref: 'component:default/hello',
      tool,
      category,
      kinds,
      format: 'github',
      scanned_at: '2026-11-25T12:00:00Z',
      uploaded_at: '2026-11-25T12:00:00Z',
      uploaded_by: 'github',
      has_components: false,
    });
    await knex('finding_scans').insert([
      scan('CodeQL', 'github-alerts', ['code']),
      scan('CodeQL', 'default', ['code']),
      scan('Dependabot', 'github-alerts', ['vulnerability']),
    ]);
    await knex.migrate.latest(migrations);
    expect(
      await knex('finding_scans')
        .orderBy(['tool', 'category'])
        .select('tool', 'category', 'has_scan_time'),
    ).toEqual([
      { tool: 'CodeQL', category: 'default', has_scan_time: true },
      { tool: 'CodeQL', category: 'github-alerts', has_scan_time: false },
      { tool: 'Dependabot', category: 'github-alerts', has_scan_time: true },
    ]);
  });
});
