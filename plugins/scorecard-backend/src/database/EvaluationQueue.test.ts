import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { EntityStore } from './EntityStore';
import { EvaluationQueue } from './EvaluationQueue';

const HOUR_MS = 3_600_000;
const slo = { id: 'slo', freshnessMs: 24 * HOUR_MS };

describe('EvaluationQueue, of stale facts', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let queue: EvaluationQueue;
  let ids: ReadonlyMap<string, number>;

  beforeAll(async () => {
    const database = await createTestDatabase(databases);
    knex = await openDatabase(
      { getClient: async () => database },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    queue = new EvaluationQueue(knex);
    const entities = new EntityStore(knex);
    const names = ['a', 'b', 'c', 'gone'];
    await entities.save(
      names.map(entityRef => ({
        entityRef,
        kind: 'component',
        title: undefined,
        ownerRefs: [],
        systemRefs: [],
        shape: {},
        hash: '1',
      })),
    );
    ids = await entities.findIds(names);
  });

  beforeEach(async () => {
    await knex('facts').delete();
    await knex('fact_providers').delete();
    await knex('evaluation_queue').delete();
  });

  const observe = (
    name: string,
    observedAt: string,
    more: { provider?: string; values?: null } = {},
  ) =>
    knex('facts').insert({
      entity_id: ids.get(name),
      provider: 'slo',
      values: { count: 1 },
      observed_at: observedAt,
      ...more,
    });
  /** Those that are queued by what is stale at a time. */
  const queuedAt = async (time: string, providers = [slo]) => {
    await queue.addStale(providers, {
      intervalMs: HOUR_MS,
      until: new Date(time),
    });
    const taken = await knex.transaction(trx => queue.take(trx, 100));
    return [...ids].flatMap(([ref, id]) => (taken.includes(id) ? [ref] : []));
  };

  it('takes each once, at most an hour after it grew stale', async () => {
    await observe('a', '2026-12-01T10:00:00Z');
    await observe('b', '2026-12-01T12:30:00Z');
    await observe('c', '2026-12-01T13:00:00Z');
    // At first all that are stale, and so on from there.
    expect(await queuedAt('2026-12-02T12:00:00Z')).toEqual(['a']);
    expect(await queuedAt('2026-12-02T12:59:59Z')).toEqual([]);
    expect(await queuedAt('2026-12-02T13:00:00Z')).toEqual(['b', 'c']);
    expect(await queuedAt('2026-12-02T14:00:00Z')).toEqual([]);
  });

  it('goes by the age that each provider allows, and knows when it asked last', async () => {
    const docs = { id: 'docs', freshnessMs: HOUR_MS };
    await observe('a', '2026-12-02T11:00:00Z');
    await observe('b', '2026-12-02T11:00:00Z', { provider: 'docs' });
    expect(await queuedAt('2026-12-02T11:30:00Z')).toEqual([]);
    expect(await queuedAt('2026-12-02T12:00:00Z', [slo, docs])).toEqual(['b']);
    expect(
      await knex('fact_providers').orderBy('id').select('*'),
    ).toMatchObject([
      { id: 'docs', stale_queued_until: new Date('2026-12-02T12:00:00Z') },
      { id: 'slo', stale_queued_until: new Date('2026-12-02T11:30:00Z') },
    ]);
  });

  it('leaves out of whom nothing is known, and who is gone', async () => {
    await observe('a', '2026-12-01T10:00:00Z', { values: null });
    await observe('gone', '2026-12-01T10:00:00Z');
    await knex('entities')
      .where({ id: ids.get('gone') })
      .update({ removed_at: knex.fn.now() });
    expect(await queuedAt('2026-12-02T12:00:00Z')).toEqual([]);
  });
});
