import type { CostDimension, CostMetric } from '@atrium/plugin-cost-common';
import {
  DIMENSION_COLUMNS,
  NO_KEY,
  NOT_OF_AN_ENTITY,
  ORIGIN_KEY,
  SYSTEM_KEY,
  TEAM_KEY,
} from '../../allocation/generations/sumKeys';

/** Only charges that have one of these values, by dimension. */
export type CostFilters = Partial<Record<FilteredDimension, readonly string[]>>;

/** By what a question may be narrowed. */
export type FilteredDimension =
  | 'provider'
  | 'subAccount'
  | 'service'
  | 'serviceCategory'
  | 'region'
  | 'chargeCategory';

/** How many charges begin on the days, or go on from the day before. */
export type CountMetric = 'row_count' | 'carried_count';

/** A question that the sums answer. */
export interface SumQuery {
  metric: CostMetric | CountMetric;
  /** The first day. */
  from: string;
  /** The day after the last. */
  to: string;
  /** Of whom; of everybody where it is absent. */
  targetIds?: readonly number[];
  filters?: CostFilters;
  groupBy?: CostDimension;
  granularity?: 'day' | 'month';
  /** The groups that stay apart; the others are one together, `other`. */
  keys?: readonly string[];
  /** Whether months have to be told apart: there are other currencies. */
  needsMonths: boolean;
}

/** A piece of SQL with its bindings. */
export interface Sql {
  sql: string;
  bindings: (string | number | string[] | number[])[];
}

/** Sums that are joined with what their rows are about. */
type Table =
  | 'daily_costs'
  | 'monthly_costs'
  | 'daily_target_costs'
  | 'daily_dimension_costs';

/** Stands for the groups that are not shown apart. */
export const OTHER_KEY = 'other';
const COLUMNS: Partial<Record<CostDimension, string>> = DIMENSION_COLUMNS;

/** What says in which group the cost of a target belongs. */
const TARGET_KEYS: Partial<Record<CostDimension, string>> = {
  entity: `CASE ${NOT_OF_AN_ENTITY} ELSE g.ref END`,
  system: SYSTEM_KEY,
  team: TEAM_KEY,
  origin: ORIGIN_KEY,
};

/** Writes a question over sums that are joined with what their rows are about. */
export function toJoinedSumSql(query: SumQuery): Sql {
  const { granularity, groupBy, keys } = query;
  const table = chooseTable(query);
  const time = table === 'monthly_costs' ? 'month' : 'day';
  const hasDimension = table !== 'daily_target_costs';
  const targetKey = groupBy && TARGET_KEYS[groupBy];
  const column = groupBy && COLUMNS[groupBy];
  const month =
    time === 'month'
      ? 's.month'
      : `date_trunc('month', s.day::timestamp)::date`;
  const start = granularity === 'day' ? 's.day' : month;
  const inner = [
    ...(granularity ? [`${start} AS start`] : []),
    ...(query.needsMonths ? [`${month} AS month`] : []),
    hasDimension ? 's.dimension_id' : 's.currency',
    ...(targetKey ? ['s.target_id'] : []),
    ...(groupBy === 'origin' ? ['s.pool_id'] : []),
  ];
  // Before the join there are far fewer rows to join, but for days: these are apart.
  const isFirstSumUseful = granularity !== 'day';
  const { bindings, sql: conditions } = toConditions(query, time);
  const key = toKeySql({ column, targetKey });
  const outer = [
    ...(granularity ? ['p.start'] : []),
    ...(query.needsMonths ? [`to_char(p.month, 'YYYY-MM') AS month`] : []),
    `${hasDimension ? 'd' : 'p'}.currency`,
    keys
      ? `CASE WHEN ${key} = ANY(?::text[]) THEN ${key} ELSE '${OTHER_KEY}' END AS key`
      : `${key} AS key`,
  ];
  const positions = outer.map((_, index) => index + 1).join(', ');
  return {
    sql: `SELECT ${outer.join(', ')}, sum(p.amount) AS amount,
        ${
          groupBy === 'subAccount' ? 'max(d.sub_account_name)' : 'NULL'
        } AS label
      FROM (
        SELECT ${inner.join(', ')}, ${
      isFirstSumUseful ? `sum(s.${query.metric})` : `s.${query.metric}`
    } AS amount
        FROM ${table} s
        WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
          AND ${conditions}
        ${
          isFirstSumUseful
            ? `GROUP BY ${inner.map((_, index) => index + 1).join(', ')}`
            : ''
        }
      ) p
      ${hasDimension ? 'JOIN dimensions d ON d.id = p.dimension_id' : ''}
      ${targetKey ? 'JOIN targets g ON g.id = p.target_id' : ''}
      ${
        groupBy === 'system' || groupBy === 'team'
          ? 'LEFT JOIN entities e ON e.entity_ref = g.ref'
          : ''
      }
      ${groupBy === 'origin' ? 'LEFT JOIN targets o ON o.id = p.pool_id' : ''}
      GROUP BY ${positions}`,
    bindings: [...(keys ? [[...keys]] : []), ...bindings],
  };
}

/**
 * Writes the days of one target by what its charges are about: the sums as they are
 * stored, of which there are so few that to join and add them up would take Postgres
 * longer than to hand them over. A day may be there more than once.
 *
 * @returns `undefined` where the question is another one
 */
export function toStoredDaysSql(query: SumQuery): Sql | undefined {
  const { granularity, groupBy, keys, metric, targetIds } = query;
  const column = groupBy && COLUMNS[groupBy];
  if (
    column === undefined ||
    granularity !== 'day' ||
    keys !== undefined ||
    targetIds?.length !== 1
  ) {
    return undefined;
  }
  const { bindings, sql: conditions } = toConditions(query, 'day');
  return {
    sql: `SELECT coalesce(d.${column}, '${NO_KEY}') AS key, d.currency, NULL AS month,
        ${groupBy === 'subAccount' ? 'd.sub_account_name' : 'NULL'} AS label,
        p.starts, p.amounts, p.total
      FROM (
        SELECT s.dimension_id, string_agg(s.day::text, ',') AS starts,
          string_agg(trim_scale(s.${metric})::text, ',') AS amounts,
          sum(s.${metric}) AS total
        FROM daily_costs s
        WHERE s.generation_id = ANY(
            ARRAY(SELECT id FROM generations WHERE state = 'active'))
          AND ${conditions}
        GROUP BY 1
      ) p
      -- By its index: these are a few of many.
      CROSS JOIN LATERAL (
        SELECT * FROM dimensions d WHERE d.id = p.dimension_id OFFSET 0) d`,
    bindings,
  };
}

/** Which sums a question is about. */
function toConditions(
  { filters = {}, from, targetIds, to }: SumQuery,
  time: 'day' | 'month',
): Sql {
  const bindings: Sql['bindings'] = [from, to];
  const conditions = [`s.${time} >= ?::date`, `s.${time} < ?::date`];
  if (targetIds) {
    conditions.push('s.target_id = ANY(?::int[])');
    bindings.push([...targetIds]);
  }
  const filter = toFilterSql(filters);
  if (filter) {
    conditions.push(`s.dimension_id IN (${filter.sql})`);
    bindings.push(...filter.bindings);
  }
  return { sql: conditions.join(' AND '), bindings };
}

function toKeySql(options: {
  column: string | undefined;
  targetKey: string | undefined;
}): string {
  const { column, targetKey } = options;
  if (column) {
    return `coalesce(d.${column}, '${NO_KEY}')`;
  }
  return targetKey ?? `'all'`;
}

/** Whether filters leave anything out. */
export function isFiltered(filters: CostFilters = {}): boolean {
  return Object.values(filters).some(values => values !== undefined);
}

/** The ids of the dimensions that filters leave; `undefined` without filters. */
export function toFilterSql(filters: CostFilters): Sql | undefined {
  const conditions: string[] = [];
  const bindings: Sql['bindings'] = [];
  for (const [dimension, values] of Object.entries(filters)) {
    const column = COLUMNS[dimension as FilteredDimension];
    if (column && values) {
      conditions.push(`coalesce(${column}, '${NO_KEY}') = ANY(?::text[])`);
      bindings.push([...values]);
    }
  }
  return conditions.length > 0
    ? {
        sql: `SELECT id FROM dimensions WHERE ${conditions.join(' AND ')}`,
        bindings,
      }
    : undefined;
}

function chooseTable(query: SumQuery): Table {
  const { filters, from, granularity, groupBy, targetIds, to } = query;
  const needsDimension =
    isFiltered(filters) ||
    (groupBy !== undefined && COLUMNS[groupBy] !== undefined);
  if (!needsDimension) {
    return 'daily_target_costs';
  }
  if (granularity !== 'day' && isFirst(from) && isFirst(to)) {
    return 'monthly_costs';
  }
  const needsTarget =
    targetIds !== undefined ||
    (groupBy !== undefined && TARGET_KEYS[groupBy] !== undefined);
  return needsTarget ? 'daily_costs' : 'daily_dimension_costs';
}

function isFirst(day: string): boolean {
  return day.endsWith('-01');
}
