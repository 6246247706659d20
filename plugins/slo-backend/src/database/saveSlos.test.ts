import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  openTestDatabase,
  testRetention,
} from '../__testUtils__/openTestDatabase';
import { minuteOf } from '../engine/Interval';
import type { CompositePlan, SlicePlan } from '../services/definitions/planSlo';
import type { CheckedDefinition } from './CheckedDefinition';
import { dropExpiredCounts } from './countTables';
import { rollUpCounts } from './rollUpCounts';
import { saveSlos } from './saveSlos';
import { writeCounts } from './writeCounts';

const now = new Date('2026-11-25T12:00:00Z');

function checked(plan: {
  slices?: SlicePlan;
  composite?: CompositePlan;
}): CheckedDefinition {
  return {
    entityRef: 'component:default/payment-service',
    files: [],
    slos: [
      {
        id: '6a3e4f00-0000-4000-8000-000000000002',
        name: 'availability',
        definition: {} as CheckedDefinition['slos'][number]['definition'],
        url: '',
        objectives: [
          {
            key: 'objective-1',
            seriesKey: 'payments',
            isCollected: false,
            slices: plan.slices,
          },
        ],
        composite: plan.composite,
      },
    ],
    isKept: () => false,
    readAt: now,
    wasDueAt: now.toISOString(),
    dueAt: now,
  };
}

const slices = (targetPpb: number): SlicePlan => ({
  key: `payments/7m/${targetPpb}`,
  minutes: 7,
  targetPpb,
});

describe('saveSlos', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, now);
    // Minutes are kept for 100 days: the oldest month is August.
    await knex.raw(
      `CREATE TABLE minute_counts_2026_07 PARTITION OF minute_counts
       FOR VALUES FROM ('2026-07-01Z') TO ('2026-08-01Z');
       CREATE TABLE hour_counts_2026_07 PARTITION OF hour_counts
       FOR VALUES FROM ('2026-07-01Z') TO ('2026-08-01Z')`,
    );
  });

  const save = (plan: Parameters<typeof checked>[0]) =>
    knex.transaction(tx => saveSlos(tx, checked(plan)));
  const rollUp = () => knex.transaction(rollUpCounts);
  const july = async (table: string, column: string) =>
    knex(table)
      .join('series', 'series.id', `${table}.series_id`)
      .where(column, '<', '2026-08-01Z')
      .orderBy(['key', column])
      .select('key', column, 'good', 'total', 'minutes');

  it('keeps sums whose minutes are gone when slices or a composite are added', async () => {
    await save({});
    const [{ id: seriesId }] = await knex('series').select('id');
    const count = (minute: string, good: number) => ({
      seriesId,
      minute: minuteOf(minute),
      good,
      total: 100,
    });
    await writeCounts(knex, [
      count('2026-07-15T10:00:00Z', 99),
      count('2026-07-15T10:30:00Z', 90),
      // 2026-08-01T00:00Z is minute 29,759,040, which is 3 more than a multiple
      // of 7: its slice begins in July, and the next ones at 00:04 and 00:11.
      count('2026-08-01T00:00:00Z', 99),
      count('2026-08-01T00:10:00Z', 97),
      count('2026-08-01T00:11:00Z', 90),
    ]);
    await rollUp();
    await save({ slices: slices(950_000_000) });
    await rollUp();
    const hours = await july('hour_counts', 'hour');
    const days = await july('day_counts', 'day');
    expect(hours).toEqual([
      {
        key: 'payments',
        hour: new Date('2026-07-15T10:00:00Z'),
        good: '189',
        total: '200',
        minutes: 2,
      },
      {
        key: 'payments/7m/950000000',
        hour: new Date('2026-07-15T10:00:00Z'),
        good: '1',
        total: '2',
        minutes: 2,
      },
      {
        key: 'payments/7m/950000000',
        hour: new Date('2026-07-31T23:00:00Z'),
        good: '1',
        total: '1',
        minutes: 1,
      },
    ]);

    await dropExpiredCounts(knex, testRetention, now);
    await save({ slices: slices(990_000_000) });
    await rollUp();
    await save({
      slices: slices(990_000_000),
      composite: {
        key: 'all of both',
        minutes: 7,
        allOf: ['payments/7m/950000000', 'payments/7m/990000000'],
      },
    });
    await rollUp();

    expect(await july('hour_counts', 'hour')).toEqual(hours);
    expect(await july('day_counts', 'day')).toEqual(days);
    const minutesOf = async (key: string) =>
      knex('minute_counts')
        .join('series', 'series.id', 'minute_counts.series_id')
        .where({ key })
        .orderBy('minute')
        .select('minute', 'good', 'total');
    const bad = [
      { minute: new Date('2026-08-01T00:04:00Z'), good: '0', total: '1' },
      { minute: new Date('2026-08-01T00:11:00Z'), good: '0', total: '1' },
    ];
    expect(await minutesOf('payments/7m/990000000')).toEqual(bad);
    expect(await minutesOf('all of both')).toEqual(bad);
  });

  it('keeps sums of hours that were marked before their minutes went', async () => {
    const [{ id }] = await knex('series')
      .where({ key: 'payments' })
      .select('id');
    const hours = await july('hour_counts', 'hour');
    await knex('stale_hours').insert({
      series_id: id,
      hour: '2026-07-15T10:00:00Z',
    });
    await rollUp();
    expect(await july('hour_counts', 'hour')).toEqual(hours);
    expect(await knex('stale_hours')).toEqual([]);
  });
});
