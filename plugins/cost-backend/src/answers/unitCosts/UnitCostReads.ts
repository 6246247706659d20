import type { ScopeOptions } from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import type { UnitCosts } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import {
  addMonths,
  countDays,
  earlierOf,
  firstDayOf,
  monthOf,
} from '../../calendar/days';
import { words } from '../../costWords';
import { findMonthPeriods } from '../reads/monthPeriods';
import { type ReadContext, readScope } from '../reads/ReadContext';
import { type MonthCount, toUnitCost } from './toUnitCost';

const MONTHS = 6;
const REQUEST = 'request';

/** What the work of an entity is counted in, and by whom. */
interface Counts {
  unit: string;
  source: MessageDescriptor;
  byMonth: Map<string, MonthCount>;
}

/** Answers what one request, or one order, cost. */
export class UnitCostReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** By the complete days of the last six months. */
  async get(entityRef: string, options: ScopeOptions): Promise<UnitCosts> {
    return readScope(
      this.#context,
      { ...options, entityRef },
      async (snapshot, scope) => {
        const { complete, month } = findMonthPeriods(snapshot, undefined);
        const period = {
          from: firstDayOf(addMonths(month, 1 - MONTHS)),
          to: complete.to,
        };
        const counts = await readCounts(snapshot.trx, {
          ...period,
          entityRef: scope.entityRef ?? entityRef,
        });
        const sums = await snapshot.sum({
          ...period,
          metric: 'effective',
          targetIds: scope.targetIds,
          granularity: 'month',
        });
        const months = sums
          .toSorted((one, other) => one.start.localeCompare(other.start))
          .map(({ amount, start }) => ({
            month: monthOf(start),
            amount,
            dayCount: countDays(
              start,
              earlierOf(period.to, firstDayOf(addMonths(monthOf(start), 1))),
            ),
          }));
        return {
          items: counts.map(({ byMonth, source, unit }) =>
            toUnitCost({
              currency: snapshot.currency,
              counts: byMonth,
              months,
              source,
              unit,
            }),
          ),
        };
      },
    );
  }
}

async function readCounts(
  trx: Knex,
  { entityRef, from, to }: { entityRef: string; from: string; to: string },
): Promise<Counts[]> {
  const { rows } = await trx.raw(
    `SELECT unit, is_sent AS "isSent", to_char(day, 'YYYY-MM') AS month,
       sum(count)::text AS count, count(*)::int AS "dayCount"
     FROM (
       SELECT ? AS unit, false AS is_sent, day, count FROM request_counts
       WHERE entity_ref = ?
       UNION ALL
       SELECT unit, true, day, count FROM metric_counts WHERE entity_ref = ?
     ) c
     WHERE day >= ?::date AND day < ?::date
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [REQUEST, entityRef, entityRef, from, to],
  );
  const byUnit = Map.groupBy(
    rows as {
      unit: string;
      isSent: boolean;
      month: string;
      count: string;
      dayCount: number;
    }[],
    ({ isSent, unit }) => `${unit} ${isSent}`,
  );
  return [...byUnit.values()].map(group => ({
    unit: group[0].unit,
    source: group[0].isSent
      ? words.describe('cost.unit.sent')
      : words.describe('cost.unit.slos'),
    byMonth: new Map(
      group.map(({ count, dayCount, month }) => [
        month,
        { count: new Big(count), dayCount },
      ]),
    ),
  }));
}
