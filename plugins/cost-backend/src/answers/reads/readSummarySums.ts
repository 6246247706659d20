import type { CostMetric } from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import { ORIGIN_KEY } from '../../allocation/generations/sumKeys';
import type { CostScope } from '../access/CostScopes';
import type { BilledAmount } from '../sums/Conversion';
import type { Snapshot } from '../sums/Snapshot';
import { isWithin, type MonthPeriods } from './monthPeriods';
import { historyOf, type HistoryAmount } from './toForecast';

/** All that a summary is made of. */
export interface SummarySums {
  /** From the first day that a forecast looks at to the end of the month. */
  days: HistoryAmount[];
  /** The complete days, by where cost comes from. */
  origins: Map<string, Big>;
  /** The same of everybody. */
  organization: Map<string, Big>;
  /** Whether there is any charge, and any before the month. */
  isMeasured: boolean;
  isMeasuredBefore: boolean;
  openAnomalyCount: number;
}

interface DayRow {
  day: string;
  category: string;
  key: string | null;
  currency: string;
  amount: string;
}

interface OriginRow {
  key: string;
  currency: string;
  amount: string;
}

interface ReadSummarySumsOptions {
  metric: CostMetric;
  periods: MonthPeriods;
  scope: CostScope;
}

/** Reads what a summary is made of by one statement. */
export async function readSummarySums(
  snapshot: Snapshot,
  { metric, periods, scope }: ReadSummarySumsOptions,
): Promise<SummarySums> {
  const { targetIds } = scope;
  const { complete, start } = periods;
  const history = historyOf(periods);
  await snapshot.loadRates(history);
  const { conversion, trx } = snapshot;
  const isScoped = targetIds !== undefined;
  const { rows } = await trx
    .raw(
      `WITH active AS (SELECT id FROM generations WHERE state = 'active')
       SELECT ${toColumns(metric, isScoped)}`,
      {
        ...history,
        completeFrom: complete.from,
        completeTo: complete.to,
        monthStart: start,
        ...(targetIds && { targetIds }),
      },
    )
    // Planned once for each connection: that takes longer than to run it.
    .options({
      name: `cost-summary-${metric}-${isScoped ? 'entities' : 'everybody'}`,
    });
  const {
    dayRows,
    isMeasured,
    isMeasuredBefore,
    openAnomalyCount,
    originRows,
  }: StatementRow = rows[0];
  const inMonth = (row: OriginRow): BilledAmount => ({ ...row, month: start });
  const organization = addUpKeys(originRows, row =>
    targetIds
      ? conversion.convertCompared(inMonth(row))
      : conversion.convert(inMonth(row)),
  );
  const days: HistoryAmount[] = [];
  const origins = new Map<string, Big>();
  for (const { category, day, key, ...billed } of dayRows) {
    const isAnswer = key !== null && isWithin(day, complete);
    const amount = isAnswer
      ? conversion.convert({ ...billed, month: day })
      : conversion.convertCompared({ ...billed, month: day });
    days.push({ amount, category, day });
    if (isAnswer) {
      origins.set(key, origins.get(key)?.plus(amount) ?? amount);
    }
  }
  return {
    days,
    origins: targetIds ? origins : organization,
    organization,
    isMeasured,
    isMeasuredBefore,
    openAnomalyCount,
  };
}

interface StatementRow {
  dayRows: DayRow[];
  originRows: OriginRow[];
  isMeasured: boolean;
  isMeasuredBefore: boolean;
  openAnomalyCount: number;
}

/** What everybody has is kept in few rows by day; what somebody has is added up. */
function toColumns(metric: CostMetric, isScoped: boolean): string {
  const isActive = 'generation_id IN (SELECT id FROM active)';
  const charges = isScoped
    ? `FROM daily_target_costs WHERE ${isActive} AND target_id = ANY(:targetIds::int[])`
    : `FROM daily_organization_costs WHERE ${isActive} AND dimension = 'chargeCategory'`;
  const days = isScoped
    ? `SELECT s.day, s.charge_category AS category, ${ORIGIN_KEY} AS key, s.currency,
         sum(s.${metric})::text AS amount
       FROM daily_target_costs s
       JOIN targets g ON g.id = s.target_id
       LEFT JOIN targets o ON o.id = s.pool_id
       WHERE s.${isActive} AND s.target_id = ANY(:targetIds::int[])
         AND s.day >= :from::date AND s.day < :to::date
       GROUP BY 1, 2, 3, 4`
    : `SELECT day, key AS category, NULL AS key, currency, sum(${metric})::text AS amount
       ${charges} AND day >= :from::date AND day < :to::date
       GROUP BY 1, 2, 3, 4`;
  return `
    (SELECT coalesce(json_agg(d), '[]') FROM (${days}) d) AS "dayRows",
    (SELECT coalesce(json_agg(d), '[]') FROM (
       SELECT key, currency, sum(${metric})::text AS amount
       FROM daily_organization_costs
       WHERE ${isActive} AND dimension = 'origin'
         AND day >= :completeFrom::date AND day < :completeTo::date
       GROUP BY 1, 2) d) AS "originRows",
    EXISTS (SELECT ${charges}) AS "isMeasured",
    EXISTS (SELECT ${charges} AND day < :monthStart::date) AS "isMeasuredBefore",
    (SELECT count(*)::int FROM anomalies WHERE state = 'open' ${
      isScoped
        ? 'AND entity_ref IN (SELECT ref FROM targets WHERE id = ANY(:targetIds::int[]))'
        : ''
    }) AS "openAnomalyCount"`;
}

function addUpKeys(
  rows: OriginRow[],
  convert: (row: OriginRow) => Big,
): Map<string, Big> {
  const sums = new Map<string, Big>();
  for (const row of rows) {
    const amount = convert(row);
    sums.set(row.key, sums.get(row.key)?.plus(amount) ?? amount);
  }
  return sums;
}
