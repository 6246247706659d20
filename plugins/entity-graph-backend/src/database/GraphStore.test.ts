import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { toGraphEntity } from '../entities/toGraphEntity';
import { GraphStore } from './GraphStore';

describe('GraphStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('keeps what PostgreSQL has no place for without it', async () => {
    const knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-entity-graph-backend' },
    );
    await new GraphStore(knex).save([
      toGraphEntity({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'a', title: 'A \ud83d' },
        spec: { type: `service\0${'x'.repeat(300)}` },
      }),
    ]);
    expect(await knex('nodes').select('title', 'type')).toEqual([
      { title: 'A \ufffd', type: `service${'x'.repeat(300)}` },
    ]);
  });
});
