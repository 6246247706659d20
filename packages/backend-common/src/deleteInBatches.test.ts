import { TestDatabases } from '@backstage/backend-test-utils';
import { deleteInBatches } from './deleteInBatches';

describe('deleteInBatches', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('deletes what is older, and nothing that the condition spares', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.raw(`
      CREATE TABLE notes (at timestamptz NOT NULL, is_kept boolean NOT NULL);
      INSERT INTO notes
        SELECT '2026-01-01'::timestamptz + n * interval '1 second', n = 5
        FROM generate_series(0, 25000) n;
    `);
    const deleted = await deleteInBatches(knex, 'notes', {
      before: new Date('2026-01-01T06:00:00Z'),
      condition: 'NOT t.is_kept',
    });
    // Six hours are 21,600 seconds, and one row of them is kept.
    expect(deleted).toBe(21_599);
    const [{ count }] = await knex('notes').count();
    expect(count).toBe(String(25_001 - 21_599));
  });
});
