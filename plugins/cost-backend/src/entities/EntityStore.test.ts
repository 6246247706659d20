import { TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { EntityStore } from './EntityStore';
import { toCostEntity } from './toCostEntity';

const entity = (name: string, title?: string, budget?: string) =>
  toCostEntity({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      title,
      annotations: budget ? { 'atrium.dev/monthly-budget': budget } : {},
    },
    spec: { type: 'service' },
    relations: [
      { type: 'partOf', targetRef: 'system:default/shop' },
      { type: 'ownedBy', targetRef: 'group:default/payments' },
      { type: 'ownedBy', targetRef: 'group:default/payments' },
    ],
  });

describe('EntityStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('has the entities as they were last', async () => {
    const knex = await openTestDatabase(databases);
    const store = new EntityStore(knex);
    await store.save([entity('a'), entity('b'), entity('c')]);
    expect(await store.save([entity('b', 'Bee'), entity('c')])).toBe(true);
    expect(await store.save([entity('b', 'Bee'), entity('c')])).toBe(false);
    // A budget is not kept, and still another one.
    expect(await store.save([entity('c', undefined, 'EUR 1')])).toBe(true);
    await store.removeOthers(['component:default/b', 'component:default/c']);
    expect(await store.listRefs()).toEqual(
      new Set(['component:default/b', 'component:default/c']),
    );
    expect(
      await knex('entities').where({ entity_ref: 'component:default/b' }),
    ).toEqual([
      {
        entity_ref: 'component:default/b',
        kind: 'component',
        type: 'service',
        title: 'Bee',
        owner_refs: ['group:default/payments'],
        system_refs: ['system:default/shop'],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('keeps what PostgreSQL has no place for without it', async () => {
    const knex = await openTestDatabase(databases);
    await new EntityStore(knex).save([entity('a', 'A\0 \ud83d'), entity('b')]);
    expect(await knex('entities').orderBy('entity_ref').pluck('title')).toEqual(
      ['A \ufffd', null],
    );
  });
});
