import { percentile } from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import { mondayOf, nextMonday } from '../model/days';
import { mapDoraCounts } from '../model/doraCounts';
import type { DayPeriod, DoraSummary, DoraTotals } from './DoraSummary';
import { rollupCountColumns } from './rollupCountColumns';

type Row = Record<string, number | string | null>;

/** Values: size, from, to. The rollups of a set in one range. */
const RANGE = `SELECT * FROM dora_rollups
  WHERE entity_ref = ANY(sets.refs) AND grain = ?
    AND start >= ?::date AND start < ?::date`;

/** All samples of a group as one text, which is cheaper than sorting them there. */
const samples = (column: string) =>
  `string_agg(nullif(array_to_string(${column}, ','), ''), ',') AS ${column}`;

/**
 * Adds up sets of entities over a period. An entity may be in several of them.
 *
 * @remarks Percentiles cannot be added up, so rollups keep their samples, and
 * those of the whole set are read: the result is exact. All of it is one pass
 * over the rollups.
 */
export async function summarizeDora(
  knex: Knex,
  sets: string[][],
  options: { period: DayPeriod; byWeek: boolean },
): Promise<DoraSummary[]> {
  const ranges = toRanges(options.period);
  const { rows } = await knex.raw(
    `SELECT sets.number, sums.*
     FROM jsonb_to_recordset(?::jsonb) AS sets(number int, refs text[])
     CROSS JOIN LATERAL (
       SELECT ${options.byWeek ? 'week::text' : 'NULL AS week'},
         sum(deployments)::int AS deployments,
         sum(failed_deployments)::int AS failed_deployments,
         ${rollupCountColumns
           .map(({ column }) => `sum(${column})::int AS ${column}`)
           .join(', ')},
         ${samples('lead_seconds')}, ${samples('restore_seconds')},
         count(DISTINCT entity_ref)::int AS entities,
         min(start)::text AS first_day
       FROM (
         SELECT *, date_trunc('week', start)::date AS week
         FROM (${ranges.map(() => RANGE).join(' UNION ALL ')}) parts
       ) rollups
       GROUP BY ${options.byWeek ? 'GROUPING SETS ((), (week))' : '()'}
     ) sums`,
    [
      JSON.stringify(sets.map((refs, number) => ({ number, refs }))),
      ...ranges.flatMap(({ grain, from, to }) => [grain, from, to]),
    ],
  );
  const summaries = sets.map(
    (): DoraSummary => ({
      total: emptyTotals(),
      weeks: new Map(),
      entitiesWithData: 0,
    }),
  );
  for (const row of rows) {
    const summary = summaries[row.number];
    const totals = totalsOf(summary, row);
    addCounts(totals, row);
    totals.lead = toSampleSummary(row.lead_seconds);
    totals.restore = toSampleSummary(row.restore_seconds);
    if (row.week === null) {
      summary.entitiesWithData = row.entities;
      summary.firstDay = row.first_day ?? undefined;
    }
  }
  return summaries;
}

function toSampleSummary(text: string | null): DoraTotals['lead'] {
  const values: number[] = text === null ? [] : JSON.parse(`[${text}]`);
  // A typed array is sorted as numbers, without a call for each comparison.
  const sorted = Int32Array.from(values).sort();
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
  };
}

/** A range of rollups of one size. */
interface Range {
  grain: 'day' | 'week';
  from: string;
  to: string;
}

/** A period as its whole weeks and the days before and after them. */
function toRanges({ from, to }: DayPeriod): Range[] {
  const firstMonday = nextMonday(from);
  const lastMonday = mondayOf(to);
  if (firstMonday >= lastMonday) {
    return [{ grain: 'day', from, to }];
  }
  const ranges: Range[] = [
    { grain: 'day', from, to: firstMonday },
    { grain: 'week', from: firstMonday, to: lastMonday },
    { grain: 'day', from: lastMonday, to },
  ];
  return ranges.filter(range => range.from < range.to);
}

function totalsOf(summary: DoraSummary, row: Row): DoraTotals {
  if (typeof row.week !== 'string') {
    return summary.total;
  }
  const totals = summary.weeks.get(row.week) ?? emptyTotals();
  summary.weeks.set(row.week, totals);
  return totals;
}

function addCounts(totals: DoraTotals, row: Row): void {
  totals.deployments = Number(row.deployments);
  totals.failedDeployments = Number(row.failed_deployments);
  for (const { name, column } of rollupCountColumns) {
    totals[name] = Number(row[column]);
  }
}

function emptyTotals(): DoraTotals {
  return {
    deployments: 0,
    failedDeployments: 0,
    lead: { count: 0 },
    restore: { count: 0 },
    ...mapDoraCounts(() => 0),
  };
}
