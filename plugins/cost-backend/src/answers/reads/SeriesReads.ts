import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CostDimension,
  CostSeries,
  seriesQuerySchema,
} from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import type { z } from 'zod';
import { addDays, listDays, listMonthStarts } from '../../calendar/days';
import { addUp, type Snapshot, type Sum } from '../sums/Snapshot';
import { OTHER_KEY } from '../sums/sumQuery';
import { GroupNames, HIDDEN_KEY } from './GroupNames';
import { type ReadContext, readScope } from './ReadContext';
import { readPeriod } from './readPeriod';
import { toFilters } from './toFilters';

type Query = z.output<typeof seriesQuerySchema>;

const DEFAULT_DAYS = 90;

/** Of these, all are read at once, and the largest are found then. */
const FEW_GROUPS: CostDimension[] = [
  'provider',
  'service',
  'serviceCategory',
  'region',
  'chargeCategory',
  'pricingCategory',
  'origin',
];

/** Answers cost over time. */
export class SeriesReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  async get(query: Query, options: ScopeOptions): Promise<CostSeries> {
    const { entityRef, granularity, metric } = query;
    return readScope(
      this.#context,
      { ...options, entityRef },
      async (snapshot, { targetIds }) => {
        const end = snapshot.completeUntil ?? snapshot.today;
        const period = readPeriod(query, {
          from: addDays(query.to ?? end, -DEFAULT_DAYS),
          to: end,
        });
        const starts =
          granularity === 'day'
            ? listDays(period.from, period.to)
            : listMonthStarts(period.from, period.to);
        const series = await this.#read(
          { query, snapshot, period, targetIds },
          options,
        );
        // Of days that are not complete, no amount does not mean zero.
        const isThere = (start: string) => start < end;
        return {
          ...snapshot.describe(metric, period),
          granularity,
          starts,
          series: series.map(({ amounts, ...one }) => ({
            ...one,
            amounts: starts.map(start => {
              const amount = amounts.get(start)?.toFixed();
              return amount ?? (isThere(start) ? '0' : null);
            }),
            total: addUp(
              [...amounts.values()].map(amount => ({ amount })),
            ).toFixed(),
          })),
          total: addUp(
            series.flatMap(({ amounts }) =>
              [...amounts.values()].map(amount => ({ amount })),
            ),
          ).toFixed(),
        };
      },
    );
  }

  /** The largest groups as series of their own, the rest as one. */
  async #read(
    options: {
      query: Query;
      snapshot: Snapshot;
      period: { from: string; to: string };
      targetIds: number[] | undefined;
    },
    scope: ScopeOptions,
  ) {
    const { period, query, snapshot, targetIds } = options;
    const { granularity, groupBy, limit, metric } = query;
    const asked = {
      ...period,
      filters: toFilters(query),
      groupBy,
      metric,
      targetIds,
    };
    if (groupBy === undefined) {
      const sums = await snapshot.sum({ ...asked, granularity });
      return toSeries(sums, ['all'], () => ({ label: 'Cost' }));
    }
    const names = new GroupNames({
      ...this.#context,
      groupBy,
      knex: snapshot.trx,
    });
    if (FEW_GROUPS.includes(groupBy)) {
      const sums = await snapshot.sum({ ...asked, granularity });
      const largest = takeLargest(toTotals(sums), limit);
      const keys = new Set(largest.map(({ key }) => key));
      return toSeries(
        sums.map(sum => (keys.has(sum.key) ? sum : { ...sum, key: OTHER_KEY })),
        [...keys, OTHER_KEY],
        await names.find(largest),
      );
    }
    const groups = await names.hide(await snapshot.sum(asked), scope);
    const largest = takeLargest(
      groups.filter(({ key }) => key !== HIDDEN_KEY),
      limit,
    );
    const keys = largest.map(({ key }) => key);
    const sums = await snapshot.sum({ ...asked, granularity, keys });
    return toSeries(sums, [...keys, OTHER_KEY], await names.find(largest));
  }
}

/** What each group cost in all of the period. */
function toTotals(sums: Sum[]): Sum[] {
  return [...Map.groupBy(sums, ({ key }) => key).values()].map(own => ({
    ...own[0],
    amount: addUp(own),
  }));
}

function takeLargest(sums: Sum[], limit: number): Sum[] {
  return sums
    .toSorted(
      (one, other) =>
        other.amount.cmp(one.amount) || one.key.localeCompare(other.key),
    )
    .slice(0, limit);
}

function toSeries(
  sums: Sum[],
  keys: string[],
  nameOf: (key: string) => { label: string },
) {
  const byKey = new Map<string, Map<string, Big>>();
  for (const { amount, key, start } of sums) {
    const amounts = byKey.get(key) ?? new Map<string, Big>();
    amounts.set(start, amounts.get(start)?.plus(amount) ?? amount);
    byKey.set(key, amounts);
  }
  return keys.flatMap(key => {
    const amounts = byKey.get(key);
    return amounts || key !== OTHER_KEY
      ? [
          {
            key,
            label: nameOf(key).label,
            amounts: amounts ?? new Map<string, Big>(),
          },
        ]
      : [];
  });
}
