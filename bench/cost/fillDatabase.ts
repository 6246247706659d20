import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { writeMark } from '../postgres/databaseMark.ts';
import {
  COMPONENTS,
  COMPONENTS_PER_TEAM,
  MONTHS,
  SERVICES,
  SERVICES_PER_COMPONENT,
} from './organisation.ts';

const AMOUNTS = ['billed', 'effective', 'list', 'contracted'];
/** One for each month. */
const IMPORTS = MONTHS + 1;
const SUMS = AMOUNTS.map(name => `sum(${name})`).join(', ');
/** The billing period of the charges; their day decides in which month they count. */
const FIRST_DAY = `(date_trunc('month', current_date) - interval '${MONTHS} months')::date`;

/**
 * Writes 13 months of charges, as imports and allocation leave them: keys of
 * resources, their components, a partition with its indexes for each month, and the sums.
 *
 * @param charges - how many in all: the same number of resources on every day
 */
export async function fillDatabase(
  { pool }: BenchPostgres,
  charges: number,
): Promise<void> {
  const pairs = COMPONENTS * SERVICES_PER_COMPONENT;
  const statements = [
    `INSERT INTO targets (id, kind, ref)
     SELECT n + 2, 'entity', 'component:default/component-' || n
     FROM generate_series(0, ${COMPONENTS - 1}) AS n`,
    `INSERT INTO entities (entity_ref, kind, owner_refs, system_refs, hash)
     SELECT 'component:default/component-' || n, 'component',
       ARRAY['group:default/team-' || n / ${COMPONENTS_PER_TEAM}], '{}', ''
     FROM generate_series(0, ${COMPONENTS - 1}) AS n`,
    `INSERT INTO imports (source, name, format, state, received_at, seen_at,
       finished_at)
     SELECT 'cloud', 'month-' || n, 'focus', 'imported', now(), now(), now()
     FROM generate_series(1, ${IMPORTS}) AS n`,
    `INSERT INTO slices
     SELECT 'cloud', (${FIRST_DAY} + n * interval '1 month')::date, n + 1
     FROM generate_series(0, ${IMPORTS - 1}) AS n`,
    `INSERT INTO generations (kind, source, month, import_id, state)
     SELECT 'charges', source, month, import_id, 'active' FROM slices`,
    // A component uses some services of an account that ten components share.
    `CREATE UNLOGGED TABLE bench_pairs AS
     SELECT n AS id, n / ${SERVICES_PER_COMPONENT} AS component,
       (n * 7) % ${SERVICES} AS service
     FROM generate_series(0, ${pairs - 1}) AS n`,
    `CREATE UNLOGGED TABLE bench_dimensions AS
     SELECT row_number() OVER () AS id, service, account, region
     FROM (SELECT DISTINCT service, component / 10 AS account,
       component % 2 AS region FROM bench_pairs) p`,
    `INSERT INTO dimensions
     SELECT id, 'provider-' || service % 3, 'billing', 'account-' || account,
       'Account ' || account, 'service-' || service, 'Category ' || service % 8,
       'region-' || region, 'Usage', NULL, 'Standard', NULL, 'EUR'
     FROM bench_dimensions`,
    `CREATE UNLOGGED TABLE bench_days AS
     SELECT day::date, row_number() OVER (ORDER BY day) AS number,
       count(*) OVER () AS days
     FROM generate_series(${FIRST_DAY}, current_date - 1, interval '1 day') AS day`,
    `CREATE UNLOGGED TABLE bench_resources AS
     SELECT n AS id, p.component, d.id AS dimension_id, d.service, d.account, d.region
     FROM generate_series(0, (SELECT ${charges} / max(days) FROM bench_days) - 1) AS n
     JOIN bench_pairs p ON p.id = n % ${pairs}
     JOIN bench_dimensions d ON d.service = p.service
       AND d.account = p.component / 10 AND d.region = p.component % 2`,
    `INSERT INTO keys (id, source, provider, billing_account_id, sub_account_id,
       service_name, region, resource_id, resource_name, tags)
     SELECT id, 'cloud', 'provider-' || service % 3, 'billing',
       'account-' || account, 'service-' || service, 'region-' || region,
       'resource-' || id, 'Resource ' || id, '{}'
     FROM bench_resources`,
    `INSERT INTO key_targets SELECT 0, id, component + 2, 'bench' FROM bench_resources`,
    ...Array.from({ length: IMPORTS }, (_, index) =>
      fillPartition(index + 1),
    ).flat(),
    `INSERT INTO daily_costs (generation_id, day, target_id, dimension_id,
       row_count, ${AMOUNTS.join(', ')})
     SELECT g.id, (c.charge_start AT TIME ZONE 'UTC')::date, t.target_id,
       c.dimension_id, count(*), ${SUMS}
     FROM charges c JOIN generations g ON g.month = c.month
     JOIN key_targets t ON t.key_id = c.key_id
     GROUP BY 1, 3, 2, 4 ORDER BY 1, 3, 2, 4`,
    `INSERT INTO monthly_costs
     SELECT generation_id, date_trunc('month', day::timestamp)::date, target_id,
       pool_id, dimension_id, sum(row_count), ${SUMS}
     FROM daily_costs GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    `INSERT INTO monthly_key_costs
     SELECT g.id, s.month, t.target_id, 0, c.key_id, c.dimension_id, ${SUMS}
     FROM charges c JOIN slices s USING (import_id, month)
     JOIN generations g ON g.import_id = s.import_id
     JOIN key_targets t ON t.key_id = c.key_id
     GROUP BY 1, 2, 3, 5, 6 ORDER BY 1, 2, 3, 5`,
    // A charge a day and resource.
    `INSERT INTO daily_key_costs
     SELECT g.id, s.month, m.metric, t.target_id, 0, c.key_id, c.dimension_id,
       bit_or(1 << extract(day FROM c.charge_start)::int - 1),
       array_agg(m.amount ORDER BY c.charge_start)
     FROM (
       SELECT import_id, month, charge_start, key_id, dimension_id,
         ${AMOUNTS.map(name => `sum(${name}) OVER until AS ${name}`).join(', ')}
       FROM charges WINDOW until AS (PARTITION BY import_id, month, key_id
         ORDER BY charge_start)) c
     JOIN slices s USING (import_id, month)
     JOIN generations g ON g.import_id = s.import_id
     JOIN key_targets t ON t.key_id = c.key_id
     CROSS JOIN LATERAL (VALUES ${AMOUNTS.map(
       name => `('${name}', c.${name})`,
     ).join(', ')}) AS m (metric, amount)
     GROUP BY 1, 2, 3, 4, 6, 7 ORDER BY 1, 2, 3, 4, 6`,
    `INSERT INTO daily_target_costs
     SELECT generation_id, day, target_id, pool_id, 'Usage', 'EUR', sum(row_count), 0, ${SUMS}
     FROM daily_costs GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    `INSERT INTO daily_dimension_costs
     SELECT generation_id, day, dimension_id, sum(row_count), 0, ${SUMS}
     FROM daily_costs GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    `INSERT INTO daily_organization_costs
     SELECT generation_id, day, v.dimension, v.key, max(v.label), currency,
       sum(row_count), 0, ${SUMS}
     FROM daily_dimension_costs JOIN dimensions d ON d.id = dimension_id
     CROSS JOIN LATERAL (VALUES ('provider', provider, NULL),
       ('subAccount', sub_account_id, sub_account_name), ('service', service_name, NULL),
       ('serviceCategory', service_category, NULL), ('region', region, NULL),
       ('chargeCategory', charge_category, NULL),
       ('pricingCategory', pricing_category, NULL), ('origin', 'direct', NULL))
       AS v (dimension, key, label)
     GROUP BY 1, 2, 3, 4, 6 ORDER BY 1, 2, 3, 4, 6`,
    `INSERT INTO target_groups
     SELECT t.id, coalesce(e.owner_refs[1], 'unallocated'),
       CASE t.kind WHEN 'entity' THEN 'none' ELSE 'unallocated' END
     FROM targets t LEFT JOIN entities e ON e.entity_ref = t.ref
     -- Of those that each database has, a migration knows the group.
     ON CONFLICT DO NOTHING`,
    `INSERT INTO daily_organization_costs
     SELECT generation_id, day, v.dimension, v.key, NULL, currency, sum(row_count), 0,
       ${SUMS}
     FROM daily_target_costs JOIN target_groups t USING (target_id)
     CROSS JOIN LATERAL (VALUES ('team', t.team), ('system', t.system))
       AS v (dimension, key)
     GROUP BY 1, 2, 3, 4, 6 ORDER BY 1, 2, 3, 4, 6`,
    `DROP TABLE bench_pairs, bench_dimensions, bench_days, bench_resources`,
  ];
  for (const statement of statements) {
    await pool.query(statement);
  }
  await pool.query('VACUUM ANALYZE');
  await writeMark(pool, markOf(charges));
}

/** The charges of an import, which brings in one month. */
function fillPartition(importId: number): string[] {
  const table = `charges_${importId}`;
  return [
    `CREATE TABLE ${table} PARTITION OF charges FOR VALUES IN (${importId})`,
    `INSERT INTO ${table} (import_id, row_number, month, charge_start, charge_end,
       key_id, dimension_id, description, ${AMOUNTS.join(', ')})
     SELECT ${importId}, (d.number - 1) * 1000000 + r.id, s.month,
       d.day::timestamp AT TIME ZONE 'UTC',
       (d.day + 1)::timestamp AT TIME ZONE 'UTC', r.id, r.dimension_id,
       'Use of a resource', amount, amount * 0.9, amount * 1.25, amount
     FROM slices s
     JOIN bench_days d ON date_trunc('month', d.day) = s.month
     CROSS JOIN bench_resources r
     CROSS JOIN LATERAL (SELECT (1 + (r.id * 31 + d.number * 17) % 9973)
       * 0.000123 AS amount) a
     WHERE s.import_id = ${importId}`,
    `CREATE INDEX ON ${table} (key_id, charge_start)`,
    `CREATE INDEX ON ${table} (charge_start)`,
    `CREATE INDEX ON ${table} (charge_start)
     WHERE (charge_end AT TIME ZONE 'UTC')
       > date_trunc('day', charge_start AT TIME ZONE 'UTC') + interval '1 day'`,
  ];
}

/** What a database says that has so many charges of today. */
export function markOf(charges: number): string {
  return `${charges} ${new Date().toISOString().slice(0, 10)}`;
}
