import type { CostMetric, DayPeriod } from '@atrium/plugin-cost-common';
import { addDays, addMonths, firstDayOf, monthOf } from '../../calendar/days';
import { type Sql, toFilterSql } from '../sums/sumQuery';
import type { ChargeQuery } from './allocatedCharges';
import { splitMonths } from './splitMonths';

/** Which charges are meant, and which of their amounts. */
export type KeyQuery = Omit<ChargeQuery, 'keyIds' | 'resourceId'> & {
  metric: CostMetric;
  /**
   * Whether there is a `rule` as well, by which each goes where it does. Joined here,
   * since behind the sums nobody could tell how many rows there are.
   */
  hasRules?: boolean;
};

/** Sums of keys, `s`: which of them, and what of each. */
interface KeySums {
  table: string;
  amount: Sql;
  where: Sql;
}

/**
 * What the charges of each key cost in each calendar month of a period: SQL of
 * `key_id`, `dimension_id`, `target_id`, `version`, of the rules, `month` and `amount`,
 * a row for each bill that has a charge on one of these days.
 */
export function keyMonths(query: KeyQuery): Sql {
  const { months, parts } = splitMonths(query);
  const all = [
    wholeMonths(query, months),
    ...parts.map(part => partOfMonth(query, part)),
  ].map(sums => toKeySql(query, sums));
  return {
    sql: all.map(({ sql }) => sql).join(' UNION ALL '),
    bindings: all.flatMap(({ bindings }) => bindings),
  };
}

function wholeMonths({ metric }: KeyQuery, months: string[]): KeySums {
  return {
    table: 'monthly_key_costs s',
    amount: { sql: `s.${metric}`, bindings: [] },
    where: { sql: 's.month = ANY(?::date[])', bindings: [months] },
  };
}

/**
 * What a month costs up to each of its days is kept, so that some of them are a
 * difference, however many they are: between what it costs up to the last of them, and
 * up to the last one before. How many days of a row there are by then says where in it
 * that is.
 */
function partOfMonth({ metric }: KeyQuery, { from, to }: DayPeriod): KeySums {
  const before = firstDays(numberOf(from) - 1);
  const until = firstDays(numberOf(addDays(to, -1)));
  const month = firstDayOf(monthOf(from));
  const isToItsEnd = to === firstDayOf(addMonths(monthOf(from), 1));
  const sums = [
    isToItsEnd
      ? { sql: 's.amounts[cardinality(s.amounts)]', bindings: [] }
      : amountOf(until),
    ...(before === 0 ? [] : [amountOf(before)]),
  ];
  return {
    table: 'daily_key_costs s',
    amount: {
      sql: sums.map(({ sql }) => sql).join(' - '),
      bindings: sums.flatMap(({ bindings }) => bindings),
    },
    where: {
      sql: 's.month = ?::date AND s.metric = ? AND s.days & ?::int <> 0',
      bindings: [month, metric, until - before],
    },
  };
}

/** What a month costs up to the last of some of its first days, as bits. */
function amountOf(days: number): Sql {
  return {
    sql: 'coalesce(s.amounts[bit_count((s.days & ?::int)::bit(32))::int], 0)',
    bindings: [days],
  };
}

/** The first days of a month as bits. */
function firstDays(count: number): number {
  return 2 ** count - 1;
}

/** 28 for the 28th of a month. */
function numberOf(day: string): number {
  return Number(day.slice(-2));
}

function toKeySql(
  { filters = {}, hasRules = false, targetIds }: KeyQuery,
  { amount, table, where }: KeySums,
): Sql {
  const filter = toFilterSql(filters);
  return {
    sql: `SELECT s.key_id, s.dimension_id, s.target_id, s.version, s.month,
        ${amount.sql} AS amount, ${hasRules ? 't.rule' : 'NULL AS rule'}
      FROM ${table}
      ${
        hasRules
          ? 'JOIN key_targets t ON t.version = s.version AND t.key_id = s.key_id'
          : ''
      }
      WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
        AND ${where.sql}
        ${targetIds ? 'AND s.target_id = ANY(?::int[])' : ''}
        ${filter ? `AND s.dimension_id IN (${filter.sql})` : ''}`,
    bindings: [
      ...amount.bindings,
      ...where.bindings,
      ...(targetIds ? [[...targetIds]] : []),
      ...(filter?.bindings ?? []),
    ],
  };
}
