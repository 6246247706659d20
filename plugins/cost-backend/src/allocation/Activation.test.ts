import {
  eventually,
  limitIdleTransactions,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  emptyTables,
  openTestDatabase,
} from '../__testUtils__/openTestDatabase';
import { type SampleCharge, seedImport } from '../__testUtils__/seedImport';
import { startAllocationParts } from '../__testUtils__/startAllocationParts';
import type { Activation } from './Activation';
import type { GenerationStore } from './generations/GenerationStore';
import { withAllocationLock } from './generations/withAllocationLock';

describe('Activation', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let generations: GenerationStore;
  let activation: Activation;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    const portal = startAllocationParts(knex);
    generations = portal.generations;
    activation = portal.activation;
  });

  beforeEach(async () => {
    await emptyTables(knex);
  });

  const bring = async (charges: SampleCharge[], source = 'aws') => {
    const { importId, months } = await seedImport(knex, { charges, source });
    await activation.activate(importId, months);
    return importId;
  };
  const shown = async (table = 'daily_costs', day = 'day') => {
    const { rows } = await knex.raw(
      `SELECT to_char(s.${day}, 'MM-DD') AS day, sum(billed)::text AS billed
       FROM ${table} s JOIN generations g ON g.id = generation_id
       WHERE g.state = 'active' GROUP BY 1 ORDER BY 1`,
    );
    return rows.map((row: { day: string; billed: string }) => [
      row.day,
      Number(row.billed).toString(),
    ]);
  };

  it('has an import take the place of what its source had for the same billing periods', async () => {
    await bring([
      { day: '2026-10-31', billed: '4' },
      { day: '2026-11-01', billed: '10.10' },
    ]);
    await bring([{ day: '2026-11-01', billed: '100' }], 'azure');
    expect(await shown()).toEqual([
      ['10-31', '4'],
      ['11-01', '110.1'],
    ]);
    const importId = await bring([{ day: '2026-11-02', billed: '7' }]);
    const expected = [
      ['10-31', '4'],
      ['11-01', '100'],
      ['11-02', '7'],
    ];
    expect(await shown()).toEqual(expected);
    expect(await shown('daily_target_costs')).toEqual(expected);
    expect(await shown('daily_dimension_costs')).toEqual(expected);
    expect(await shown('monthly_costs', 'month')).toEqual([
      ['10-01', '4'],
      ['11-01', '107'],
    ]);
    expect(
      await knex('slices')
        .where({ source: 'aws', month: '2026-11-01' })
        .pluck('import_id'),
    ).toEqual([importId]);
  });

  it('spreads a charge over its days to the last digit, and counts it once', async () => {
    await bring([
      { day: '2026-11-29', days: 3, month: '2026-11-01', billed: '100' },
      {
        day: '2026-11-29',
        days: 3,
        month: '2026-11-01',
        billed: '-0.0000000002',
        service: 'S3',
      },
    ]);
    const rows = await knex('daily_costs')
      .orderBy(['dimension_id', 'day'])
      .select(
        knex.raw(`to_char(day, 'MM-DD') AS day`),
        knex.raw('trim_scale(billed)::text AS billed'),
        knex.raw('row_count::int AS count'),
      );
    // In units of 10^-10: 100 is 3 * 333333333333 and 1 left; -2 is 3 * 0 and -2 left.
    expect(rows).toHaveLength(6);
    expect(rows).toEqual(
      expect.arrayContaining([
        { day: '11-29', billed: '33.3333333334', count: 1 },
        { day: '11-30', billed: '33.3333333333', count: 0 },
        { day: '12-01', billed: '33.3333333333', count: 0 },
        { day: '11-29', billed: '-0.0000000001', count: 1 },
        { day: '11-30', billed: '-0.0000000001', count: 0 },
        { day: '12-01', billed: '0', count: 0 },
      ]),
    );
    expect(await shown('monthly_costs', 'month')).toEqual([
      ['11-01', '66.6666666665'],
      ['12-01', '33.3333333333'],
    ]);
  });

  it('changes nothing where the sums differ from what was read', async () => {
    await bring([{ billed: '5' }]);
    const { importId, months } = await seedImport(knex, {
      charges: [{ billed: '6' }],
    });
    await knex('import_sums')
      .where({ import_id: importId })
      .update({ billed: '6.01' });
    await expect(activation.activate(importId, months)).rejects.toThrow(
      `The sums of import '${importId}' differ for 2026-11 in EUR: billed 6.01 read, 6 stored, 6 allocated`,
    );
    expect(await shown()).toEqual([['11-01', '5']]);
    await knex('import_sums')
      .where({ import_id: importId })
      .update({ billed: '6' });
    await activation.activate(importId, months);
    expect(await shown()).toEqual([['11-01', '6']]);
    expect(await knex('generations').where({ state: 'building' })).toEqual([]);
  });

  it('removes sums some time after others took their place', async () => {
    await bring([{ billed: '5' }]);
    await bring([{ billed: '6' }]);
    expect(await generations.removeRetired()).toBe(0);
    await knex('generations')
      .where({ state: 'retired' })
      .update({ retired_at: knex.raw("now() - interval '1 hour'") });
    expect(await generations.removeRetired()).toBe(1);
    expect(await knex('daily_costs').pluck('billed')).toEqual(['6']);
  });

  it('does one change at a time', async () => {
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const first = withAllocationLock(knex, async () => {
      order.push('first');
      await held;
      order.push('first done');
    });
    await eventually(() => order.length > 0);
    const second = withAllocationLock(knex, async () => {
      order.push('second');
    });
    await new Promise(resolve => setTimeout(resolve, 400));
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'first done', 'second']);
  });

  it('keeps its turn while sums are built for longer than a transaction may be idle', async () => {
    const limited = await limitIdleTransactions(knex, 200);
    try {
      const built = await withAllocationLock(limited, async trx => {
        await new Promise(resolve => setTimeout(resolve, 600));
        return trx('generations').pluck('id');
      });
      expect(built).toEqual([]);
    } finally {
      await limited.destroy();
    }
  });
});
