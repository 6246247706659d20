import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { CostDueStore } from './CostDueStore';
import { type AskedEntity, HealthStore } from './HealthStore';

const REFS = Array.from(
  { length: 400 },
  (_, index) => `component:default/service-${index}`,
);

describe('HealthStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: HealthStore;
  let costsDue: CostDueStore;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-entity-summary-backend' },
    );
    store = new HealthStore(knex);
    costsDue = new CostDueStore(knex);
    await knex('entities').insert(
      REFS.map(ref => ({
        entity_ref: ref,
        kind: 'component',
        namespace: 'default',
        name: ref.split('/')[1],
        tags: [],
        search_text: ref,
        name_key: ref,
        hash: 'a',
      })),
    );
  });

  it('writes for several at once, in whichever order each has them', async () => {
    const asked = (ref: string): AskedEntity => ({
      entityRef: ref,
      parts: {},
      health: 'good',
      healthReason: undefined,
      isIncomplete: false,
    });
    const reversed = REFS.toReversed();
    for (let round = 0; round < 20; round += 1) {
      await Promise.all([
        store.save(REFS.map(asked)),
        store.save(reversed.map(asked)),
        costsDue.markAllDue(),
        store.markDue(reversed),
      ]);
    }
    await expect(
      knex('entities').whereNotNull('asked_at').count(),
    ).resolves.toEqual([{ count: '400' }]);
  });
});
