import type { FaultsWorld } from './FaultsWorld.ts';

const ACTIVE = `generation_id IN (SELECT id FROM cost.generations WHERE state = 'active')`;

/** What is shown by each set of sums, beside the rows of the bills that count. */
const TOTALS = `
  SELECT 'charges' AS name, sum(billed)::text AS billed, sum(effective)::text AS effective
  FROM cost.charges JOIN cost.slices USING (import_id, month)
  ${[
    'daily_costs',
    'monthly_costs',
    'monthly_key_costs',
    'daily_target_costs',
    'daily_dimension_costs',
  ]
    .map(
      table => `UNION ALL SELECT '${table}', sum(billed)::text, sum(effective)::text
        FROM cost.${table} WHERE ${ACTIVE}`,
    )
    .join('\n')}
  UNION ALL SELECT 'daily_organization_costs ' || d.dimension, sum(billed)::text,
    sum(effective)::text
  FROM (VALUES ('provider'), ('subAccount'), ('service'), ('serviceCategory'),
    ('region'), ('chargeCategory'), ('pricingCategory'), ('origin')) d (dimension)
  LEFT JOIN cost.daily_organization_costs s
    ON s.dimension = d.dimension AND s.${ACTIVE}
  GROUP BY d.dimension`;

/** Says which sums are not one of the totals, the same one everywhere. */
export async function findWrongSums(
  { pool }: FaultsWorld,
  totals: string[],
): Promise<string[]> {
  const { rows } = await pool.query<{
    name: string;
    billed: string | null;
    effective: string | null;
  }>(TOTALS);
  const [{ billed: expected }] = rows;
  const wrong = rows.filter(
    ({ billed, effective }) => billed !== expected || effective !== expected,
  );
  return [
    ...(expected !== null && totals.includes(expected)
      ? []
      : [`the bill has ${expected}, not ${totals.join(' or ')}`]),
    ...wrong.map(
      ({ billed, name }) => `${name} has ${billed}, the bill ${expected}`,
    ),
  ];
}
