import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { seedResults } from '../__testUtils__/seedResults';
import { RatedCheckStore } from './RatedCheckStore';
import { ReportStore } from './report/ReportStore';
import { type ResultFilter, ResultReadStore } from './ResultReadStore';

const one = 'group:default/one';
const two = 'group:default/two';
const shop = 'system:default/shop';

describe('ResultReadStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: ResultReadStore;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    store = new ResultReadStore(knex);
    await seedResults(knex, [
      { ref: 'component:default/d', owners: [one], rank: 1, score: 0.5 },
      { ref: 'component:default/b', owners: [two], rank: null, score: null },
      {
        ref: 'component:default/a',
        title: 'Über 100%',
        owners: [one, two],
        systems: [shop],
        rank: 0,
        score: 0.25,
        outcomes: { 'has-docs': 'fail' },
      },
      { ref: 'component:default/c', rank: 2, score: 1 },
      { ref: 'api:default/e', owners: [two], rank: 2, score: 0.5 },
      { ref: 'component:default/gone', rank: 2, score: 1 },
    ]);
    await knex('entities')
      .where({ entity_ref: 'component:default/gone' })
      .update({ removed_at: knex.fn.now() });
  });

  it('names the level with its rank, whatever is published between two reads', async () => {
    const levels = async () =>
      (await store.list({}, { sort: 'entity', limit: 9 })).map(
        ({ entityRef, level }) => [entityRef.split('/')[1], level],
      );
    expect(await levels()).toEqual([
      ['e', 'gold'],
      ['a', undefined],
      ['b', undefined],
      ['c', 'gold'],
      ['d', 'bronze'],
    ]);
  });

  const names = async (
    filter: ResultFilter,
    sort: 'entity' | 'level' | '-level' | 'score' | '-score' = 'entity',
  ) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const rows = await store.list(filter, { sort, limit: 2, cursor });
      const page = rows.slice(0, 2);
      found.push(...page.map(({ entityRef }) => entityRef.split('/')[1]));
      cursor =
        rows.length > 2
          ? store.toCursor(page[page.length - 1], sort)
          : undefined;
    } while (cursor);
    expect(await store.count(filter)).toBe(found.length);
    return found.join('');
  };

  // Entities are d, b, a, c, e in the order of their ids.
  it.each([
    ['entity', 'eabcd'],
    ['-level', 'cedab'],
    ['level', 'badec'],
    ['-score', 'cdeab'],
    ['score', 'baedc'],
  ] as const)('sorts by %s over all pages', async (sort, expected) => {
    expect(await names({ scorecard: 'readiness' }, sort)).toBe(expected);
  });

  it.each<[ResultFilter, string]>([
    [{ ownerRefs: [one] }, 'ad'],
    [{ systemRef: shop }, 'a'],
    [{ rank: 2 }, 'ec'],
    [{ rank: 0 }, 'ab'],
    [{ check: { name: 'has-docs', outcome: 'fail' } }, 'a'],
    [{ check: { name: 'has-docs', outcome: 'pass' }, ownerRefs: [two] }, 'eb'],
    [{ text: 'ÜBER 100%' }, 'a'],
    [{ text: 'API:' }, 'e'],
    [{ text: '_' }, ''],
    [{ entityRefs: ['component:default/c', 'component:default/gone'] }, 'c'],
    [{ entityRefs: [] }, ''],
    [{ scorecard: 'other' }, ''],
  ])('finds %j', async (filter, expected) => {
    expect(await names(filter)).toBe(expected);
  });

  it('reads what is kept', async () => {
    const [row] = await store.list(
      { entityRefs: ['component:default/a'] },
      { sort: 'entity', limit: 1 },
    );
    expect(row).toMatchObject({
      scorecard: 'readiness',
      entityTitle: 'Über 100%',
      rank: 0,
      score: 0.25,
      pass: 2,
      fail: 1,
      outcomes: { 'has-owner': 'pass', 'has-docs': 'fail', 'has-slo': 'pass' },
    });
  });

  it('finds a check of an entity that it rates', async () => {
    const checks = new RatedCheckStore(knex);
    const asked = {
      scorecard: 'readiness',
      check: 'has-docs',
      entityRef: 'component:default/a',
    };
    expect(await checks.find(asked)).toMatchObject({
      scorecardTitle: 'Production readiness',
      scorecardOwnerRef: 'group:default/platform-team',
      definition: { title: 'Has documentation' },
      ownerRefs: [one, two],
      outcome: 'fail',
    });
    for (const change of [
      { scorecard: 'other' },
      { check: 'other' },
      { entityRef: 'component:default/gone' },
    ]) {
      expect(await checks.find({ ...asked, ...change })).toBeUndefined();
    }
  });

  it('counts who held what when, by team, and lists who moved', async () => {
    const report = new ReportStore(knex);
    const ids = new Map<string, number>(
      (await knex('entities').select('entity_ref', 'id')).map(row => [
        row.entity_ref,
        row.id,
      ]),
    );
    const since = new Date('2026-10-01T00:00:00Z');
    const moved = new Date('2026-11-01T00:00:00Z');
    const change = (name: string, values: object) =>
      knex('result_changes').insert({
        scorecard: 'readiness',
        entity_id: ids.get(`component:default/${name}`),
        version: 1,
        changed: '{}',
        ...values,
      });
    await change('a', { from_at: since, to_at: moved, rank: 1, score: 0.75 });
    await change('a', {
      from_at: moved,
      rank: 0,
      score: 0.25,
      previous_rank: 1,
      is_rank_change: true,
      changed: JSON.stringify({ 'has-docs': 'fail' }),
    });
    await change('d', { from_at: since, rank: 1, score: 0.5 });
    await change('gone', { from_at: since, rank: 2, score: 1 });
    await change('c', { from_at: since, to_at: moved, rank: 1, score: 1 });
    await change('c', { from_at: moved, is_rated: false });
    const filter = { scorecard: 'readiness' };
    const counts = await report.countAt(filter, [
      new Date('2026-09-01T00:00:00Z'),
      since,
      moved,
    ]);
    expect(counts.get(0)).toBeUndefined();
    expect(counts.get(1)).toMatchObject([
      { rank: 1, count: 3, scored: 3, scoreSum: 2.25 },
    ]);
    expect(
      counts.get(2)?.toSorted((before, after) => before.rank - after.rank),
    ).toMatchObject([
      { rank: 0, count: 1, scoreSum: 0.25 },
      { rank: 1, count: 1, scoreSum: 0.5 },
    ]);
    const groups = await report.countByGroup(filter, 'owner');
    expect([...groups.keys()].sort()).toEqual(['', one, two]);
    expect(groups.get('')).toMatchObject([{ rank: 2, count: 1 }]);
    expect(await report.averageAt(filter, 'owner', since)).toEqual(
      new Map([
        ['', 1],
        [one, 0.625],
        [two, 0.75],
      ]),
    );
    const moves = (change_: object = {}) =>
      report.listMoves(
        { ...filter, ...change_ },
        { since, limit: 9, hiddenOwners: [two] },
      );
    expect(await moves()).toEqual([
      {
        entityRef: 'component:default/a',
        entityTitle: 'Über 100%',
        ownerRefs: [one, two],
        from: 1,
        to: 0,
        at: moved,
        changedChecks: ['has-docs'],
      },
    ]);
    expect(
      await report.listMoves(filter, {
        since,
        limit: 9,
        hiddenOwners: [one, two],
      }),
    ).toEqual([]);
    expect(await moves({ systemRef: 'system:default/other' })).toEqual([]);
  });
});
