import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  openTestDatabase,
  testRetention,
} from '../__testUtils__/openTestDatabase';
import { minuteOf } from '../engine/Interval';
import { deleteExpired } from './deleteExpired';
import { rollUpCounts } from './rollUpCounts';
import { writeCounts } from './writeCounts';

const now = new Date('2026-11-25T12:00:00Z');
const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 24 * 3_600_000);

describe('deleteExpired', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, now);
  });

  it('keeps sums longer than minutes, and what is read or young', async () => {
    // Counts are kept for 100 days and sums for 400: see testRetention.
    const slo = (name: string, removedAt: Date | null) => ({
      id: knex.raw('gen_random_uuid()'),
      entity_ref: 'component:default/a',
      name,
      definition: '{}',
      url: '',
      is_stale: false,
      changed_at: now,
      removed_at: removedAt,
    });
    const [{ id: live }] = await knex('slos')
      .insert([
        slo('live', null),
        slo('gone', daysAgo(401)),
        slo('recent', daysAgo(399)),
      ])
      .returning('id');
    const series = (key: string, createdAt: Date) => ({
      key,
      is_collected: false,
      created_at: createdAt,
    });
    const [read, counted] = await knex('series')
      .insert([
        series('read', daysAgo(300)),
        series('counted', daysAgo(300)),
        series('unread', daysAgo(101)),
        series('young', daysAgo(99)),
      ])
      .returning('id');
    const [{ id: objective }] = await knex('objectives')
      .insert({
        slo_id: live,
        key: 'a',
        series_id: read.id,
        counted_series_id: read.id,
      })
      .returning('id');
    const count = (seriesId: number, at: Date) => ({
      seriesId,
      minute: minuteOf(at),
      good: 1,
      total: 1,
    });
    // The oldest month that has a day within the last 100 is August.
    await knex.raw(
      `CREATE TABLE minute_counts_2026_07 PARTITION OF minute_counts
       FOR VALUES FROM ('2026-07-01Z') TO ('2026-08-01Z');
       CREATE TABLE hour_counts_2026_07 PARTITION OF hour_counts
       FOR VALUES FROM ('2026-07-01Z') TO ('2026-08-01Z')`,
    );
    await writeCounts(knex, [
      count(read.id, new Date('2026-07-15T00:00:00Z')),
      count(read.id, new Date('2026-08-01T00:00:00Z')),
      count(counted.id, daysAgo(1)),
    ]);
    await knex.transaction(rollUpCounts);
    await knex('day_counts').insert({
      series_id: read.id,
      day: daysAgo(401),
      good: 1,
      total: 1,
      minutes: 1,
    });
    const alert = (rule: string, resolvedAt: Date | null) => ({
      id: knex.raw('gen_random_uuid()'),
      slo_id: live,
      objective_id: objective,
      rule,
      severity: 'page',
      state: resolvedAt ? 'resolved' : 'firing',
      details: '{}',
      started_at: daysAgo(500),
      resolved_at: resolvedAt,
    });
    await knex('alerts').insert([
      alert('open', null),
      alert('old', daysAgo(401)),
      alert('recent', daysAgo(399)),
    ]);

    await deleteExpired(
      knex,
      { ...testRetention, alertsMs: 400 * 24 * 3_600_000 },
      now,
    );

    const sorted = async (table: string, column: string) =>
      knex(table).orderBy(column).pluck(column);
    expect(await sorted('minute_counts', 'minute')).toEqual([
      new Date('2026-08-01T00:00:00Z'),
      new Date('2026-11-24T12:00:00Z'),
    ]);
    expect(await knex('hour_counts')).toHaveLength(3);
    expect(await knex('day_counts')).toHaveLength(3);
    expect(await sorted('slos', 'name')).toEqual(['live', 'recent']);
    expect(await sorted('series', 'key')).toEqual(['counted', 'read', 'young']);
    expect(await sorted('alerts', 'rule')).toEqual(['open', 'recent']);
  });
});
