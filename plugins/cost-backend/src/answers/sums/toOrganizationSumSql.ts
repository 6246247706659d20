import { DIMENSION_COLUMNS } from '../../allocation/generations/sumKeys';
import { OTHER_KEY, type Sql, type SumQuery } from './sumQuery';

/** By what the cost of everybody is kept. */
export type OrganizationDimension =
  | keyof typeof DIMENSION_COLUMNS
  | 'origin'
  | 'system'
  | 'team';

export function isOrganizationDimension(
  name: string,
): name is OrganizationDimension {
  return (
    ['origin', 'system', 'team'].includes(name) ||
    Object.hasOwn(DIMENSION_COLUMNS, name)
  );
}

/** Writes a question about everybody and one dimension as one statement. */
export function toOrganizationSumSql(
  query: SumQuery & { dimension: OrganizationDimension },
): Sql {
  const {
    dimension,
    filters = {},
    from,
    granularity,
    groupBy,
    keys,
    to,
  } = query;
  const [values] = Object.values(filters).filter(one => one !== undefined);
  const month = `date_trunc('month', day::timestamp)::date`;
  const start = granularity === 'day' ? 'day' : month;
  const key = groupBy === undefined ? `'all'` : 'key';
  const columns = [
    ...(granularity ? [`${start} AS start`] : []),
    ...(query.needsMonths ? [`to_char(day, 'YYYY-MM') AS month`] : []),
    'currency',
    keys
      ? `CASE WHEN key = ANY(?::text[]) THEN key ELSE '${OTHER_KEY}' END AS key`
      : `${key} AS key`,
  ];
  return {
    sql: `SELECT ${columns.join(', ')}, sum(${query.metric}) AS amount,
        ${groupBy === undefined ? 'NULL' : 'max(label)'} AS label
      FROM daily_organization_costs
      WHERE generation_id IN (SELECT id FROM generations WHERE state = 'active')
        AND dimension = ? AND day >= ?::date AND day < ?::date
        ${values ? 'AND key = ANY(?::text[])' : ''}
      GROUP BY ${columns.map((_, index) => index + 1).join(', ')}`,
    bindings: [
      ...(keys ? [[...keys]] : []),
      dimension,
      from,
      to,
      ...(values ? [[...values]] : []),
    ],
  };
}
