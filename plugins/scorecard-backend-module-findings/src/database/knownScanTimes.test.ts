import { TestDatabases } from '@backstage/backend-test-utils';
import { openBeforeMigration } from '../__testUtils__/openBeforeMigration';

describe('The times of scans that were kept before', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('are not known where they are of when the portal asked', async () => {
    const { knex, migrate } = await openBeforeMigration(
      databases,
      '20261202235000_known_scan_times.js',
    );
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
    await migrate();
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
