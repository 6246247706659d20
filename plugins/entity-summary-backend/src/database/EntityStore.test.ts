import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { toKeptEntity } from '../entities/toKeptEntity';
import { EntityStore } from './EntityStore';

const entity = (name: string, title: string, rest: object = {}) =>
  toKeptEntity({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, title, ...rest },
    spec: { type: `service\0${'x'.repeat(300)}` },
  });

describe('EntityStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('keeps what PostgreSQL has no place for without it', async () => {
    const knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-entity-summary-backend' },
    );
    await new EntityStore(knex).save([
      // The cuts are at 200, 300 and 1000 characters, and an emoji takes two.
      entity('a', `${'y'.repeat(199)}😀`),
      entity('b', 'B\0 \ud83d', { description: `${'z'.repeat(299)}😀` }),
      entity('c', 'C', { description: `${'s'.repeat(1_000 - 5)}😀` }),
    ]);
    const [a, b, c] = await knex('entities').orderBy('entity_ref');
    expect(a.name_key).toBe('y'.repeat(199));
    expect(a.title).toBe(`${'y'.repeat(199)}😀`);
    expect(b).toMatchObject({
      title: 'B \ufffd',
      description: 'z'.repeat(299),
      type: `service${'x'.repeat(192)}`,
    });
    expect(c.search_text).toBe(`c c ${'s'.repeat(995)}`);
  });
});
