import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  emptyTables,
  openTestDatabase,
} from '../__testUtils__/openTestDatabase';
import type { SampleCharge } from '../__testUtils__/seedImport';
import { startAllocationParts } from '../__testUtils__/startAllocationParts';
import { allocatedChargeDays } from '../answers/charges/allocatedCharges';
import { keyMonths } from '../answers/charges/keyMonths';
import { Snapshot } from '../answers/sums/Snapshot';
import type { Sql } from '../answers/sums/sumQuery';

jest.setTimeout(300_000);

const RUNS = 2;
const STEPS = 100;

const amount = fc
  .tuple(
    fc.integer({ min: -99_999, max: 99_999 }),
    fc.integer({ min: 0, max: 14 }),
  )
  .map(([digits, decimals]) => {
    const sign = digits < 0 ? '-' : '';
    const text = String(Math.abs(digits)).padStart(decimals + 1, '0');
    const whole = text.slice(0, text.length - decimals);
    return decimals === 0
      ? sign + whole
      : `${sign}${whole}.${text.slice(-decimals)}`;
  });

const charge: fc.Arbitrary<SampleCharge> = fc.record({
  billed: amount,
  effective: amount,
  currency: fc.constantFrom('EUR', 'USD'),
  day: fc.constantFrom('2026-10-30', '2026-10-31', '2026-11-01', '2026-11-15'),
  days: fc.constantFrom(1, 1, 3, 31),
  service: fc.constantFrom('EC2', 'S3'),
  tags: fc.constantFrom<Record<string, string>[]>(
    {},
    { service: 'a' },
    { service: 'b' },
    { shared: 'yes' },
  ),
});

const split = fc.constantFrom(
  undefined,
  { by: 'even' },
  { by: 'direct-cost' },
  {
    by: 'weights',
    weights: { 'component:default/a': 1, 'component:default/b': 2.7 },
  },
);

const spec = fc.record(
  {
    appliesFrom: fc.constantFrom('2026-10-31', '2026-11-10'),
    rules: fc.subarray([
      {
        name: 'own',
        match: { tags: { service: '*' } },
        to: { entity: 'component:default/${{ tags.service }}' },
      },
      { name: 'storage', match: { service: 's3' }, to: { pool: 'shared' } },
      {
        name: 'shared',
        match: { tags: { shared: 'yes' } },
        to: { pool: 'shared' },
      },
    ]),
    pools: split.map(by => [{ name: 'shared', split: by }]),
  },
  { requiredKeys: ['rules', 'pools'] },
);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      source: fc.constantFrom('aws', 'azure'),
      charges: fc.array(charge, { minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rules' as const), spec }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('entities' as const),
      names: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      owner: fc.constantFrom(undefined, 'group:default/x', 'group:default/y'),
      system: fc.constantFrom(undefined, 'system:default/s'),
    }),
  },
);

/** By currency and metric, of a table of sums or of the charges that count. */
const SUMS = `d.currency, trim_scale(sum(billed))::text AS billed,
  trim_scale(sum(effective))::text AS effective`;
const CHARGES = `SELECT ${SUMS} FROM charges c JOIN slices s USING (import_id, month)
  JOIN dimensions d ON d.id = c.dimension_id GROUP BY 1 ORDER BY 1`;
const sumsOf = (table: string) => `SELECT ${SUMS} FROM ${table} c
  JOIN generations g ON g.id = c.generation_id AND g.state = 'active'
  JOIN dimensions d ON d.id = c.dimension_id GROUP BY 1 ORDER BY 1`;
const TARGET_SUMS = `SELECT ${SUMS.replace(
  'd.',
  'c.',
)} FROM daily_target_costs c
  JOIN generations g ON g.id = c.generation_id AND g.state = 'active'
  GROUP BY 1 ORDER BY 1`;

/** By dimension: each of them adds up to everything. */
const ORGANIZATION_SUMS = `SELECT c.dimension, ${SUMS.replace('d.', 'c.')}
  FROM daily_organization_costs c
  JOIN generations g ON g.id = c.generation_id AND g.state = 'active'
  GROUP BY 1, 2 ORDER BY 1, 2`;
const DIMENSIONS = [
  'chargeCategory',
  'origin',
  'pricingCategory',
  'provider',
  'region',
  'service',
  'serviceCategory',
  'subAccount',
  'system',
  'team',
];

/** Where the sums by team differ from those of what the team has by the catalog. */
const TEAM_DIFFERENCES = `
  SELECT * FROM (SELECT key, currency, sum(effective) AS effective
    FROM daily_organization_costs c
    JOIN generations g ON g.id = c.generation_id AND g.state = 'active'
    WHERE dimension = 'team' GROUP BY 1, 2) c
  FULL JOIN (SELECT CASE t.kind WHEN 'entity' THEN coalesce(e.owner_refs[1], 'none')
      WHEN 'pool' THEN 'pool:' || t.ref ELSE 'unallocated' END AS key,
      s.currency, sum(effective) AS effective
    FROM daily_target_costs s
    JOIN generations g ON g.id = s.generation_id AND g.state = 'active'
    JOIN targets t ON t.id = s.target_id
    LEFT JOIN entities e ON e.entity_ref = t.ref GROUP BY 1, 2) s
  USING (key, currency)
  WHERE coalesce(c.effective, 0) <> coalesce(s.effective, 0)`;

/** Where a coarser table and the daily one differ. */
const differences = (table: string, key: string) => `
  SELECT * FROM (SELECT generation_id, ${key}, sum(effective) AS effective, sum(list) AS list
    FROM ${table} GROUP BY generation_id, ${key}) c
  FULL JOIN (SELECT generation_id, ${key}, sum(effective) AS effective, sum(list) AS list
    FROM daily_costs GROUP BY generation_id, ${key}) s
  USING (generation_id, ${key})
  JOIN generations g ON g.id = generation_id AND g.state = 'active' AND
    (g.kind = 'charges' OR '${table}' <> 'daily_dimension_costs')
  WHERE (c.effective, c.list) IS DISTINCT FROM (s.effective, s.list)`;

/** Whole months, days within one, and parts of two. */
const PERIODS: [from: string, to: string][] = [
  ['2026-10-01', '2026-12-01'],
  ['2026-11-02', '2026-11-09'],
  ['2026-10-31', '2026-11-29'],
];

/** What each key cost, and whose it is, by charges or by sums. */
async function byKey(
  { trx }: Snapshot,
  { bindings, sql }: Sql,
): Promise<unknown> {
  const { rows } = await trx.raw(
    `SELECT key_id, target_id, version, dimension_id,
       trim_scale(sum(amount))::text AS amount
     FROM (${sql}) c GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    bindings,
  );
  return rows;
}

/** Those that have a day in a period; all of them are from midnight to midnight. */
async function countCharges(
  knex: Knex,
  from: string,
  to: string,
): Promise<number> {
  const { rows } = await knex.raw(
    `SELECT count(*)::int AS count
     FROM charges JOIN slices USING (import_id, month)
     WHERE charge_start < ?::timestamptz AND charge_end > ?::timestamptz`,
    [`${to}T00:00:00Z`, `${from}T00:00:00Z`],
  );
  return rows[0].count;
}

/** Sums by key and counts say of a period what its charges say. */
async function expectKeysLikeCharges(
  knex: Knex,
  [from, to]: [from: string, to: string],
): Promise<void> {
  const asked = { from, to, metric: 'effective' as const };
  await Snapshot.read({ knex, currency: 'EUR' }, async snapshot => {
    expect(await byKey(snapshot, keyMonths(asked))).toEqual(
      await byKey(snapshot, await allocatedChargeDays(snapshot, asked)),
    );
    expect(await snapshot.count(asked)).toBe(
      await countCharges(snapshot.trx, from, to),
    );
  });
}

describe('allocation', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  beforeAll(() => freezeTime('2026-11-20T10:00:00Z'));
  afterAll(() => jest.useRealTimers());

  it('shows what was billed to the last digit, whatever happens in which order', async () => {
    const knex = await openTestDatabase(databases);
    const portal = startAllocationParts(knex);
    const read = async (sql: string) => (await knex.raw(sql)).rows;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: STEPS, maxLength: STEPS }),
        async steps => {
          await emptyTables(knex);
          await knex('exchange_rates').insert({
            currency: 'USD',
            month: '2026-10-01',
            rate: '0.9137',
            source: 'test',
          });
          await portal.setEntities([{ ref: 'component:default/a' }]);
          for (const [index, one] of steps.entries()) {
            switch (one.kind) {
              case 'import':
                await portal.bring(one.charges, one.source);
                break;
              case 'rules':
                await portal.publish(one.spec);
                break;
              default:
                await portal.setEntities(
                  one.names.map((name, place) => ({
                    ref: `component:default/${name}`,
                    // Another owner than the others.
                    owner: place === 0 ? one.owner : 'group:default/x',
                    system: one.system,
                  })),
                );
            }
            const charges = await read(CHARGES);
            expect(await read(sumsOf('daily_costs'))).toEqual(charges);
            expect(await read(sumsOf('monthly_costs'))).toEqual(charges);
            expect(await read(sumsOf('monthly_key_costs'))).toEqual(charges);
            expect(await read(sumsOf('daily_dimension_costs'))).toEqual(
              charges,
            );
            if (index % 4 === 0) {
              await expectKeysLikeCharges(
                knex,
                PERIODS[index % PERIODS.length],
              );
            }
            expect(await read(TARGET_SUMS)).toEqual(charges);
            expect(await read(ORGANIZATION_SUMS)).toEqual(
              DIMENSIONS.flatMap(dimension =>
                charges.map((sum: object) => ({ dimension, ...sum })),
              ),
            );
            expect([
              ...(await read(TEAM_DIFFERENCES)),
              ...(await read(
                differences('daily_dimension_costs', 'day, dimension_id'),
              )),
              ...(await read(
                differences('daily_target_costs', 'day, target_id, pool_id'),
              )),
            ]).toEqual([]);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
