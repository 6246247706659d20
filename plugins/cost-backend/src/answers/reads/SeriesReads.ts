import type { ScopeOptions } from '@atrium/backend-common';
import type { CostSeries, seriesQuerySchema } from '@atrium/plugin-cost-common';
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
    const largest = (await names.hide(await snapshot.sum(asked), scope))
      .filter(({ key }) => key !== HIDDEN_KEY)
      .toSorted(
        (one, other) =>
          other.amount.cmp(one.amount) || one.key.localeCompare(other.key),
      )
      .slice(0, limit);
    const keys = largest.map(({ key }) => key);
    const sums = await snapshot.sum({ ...asked, granularity, keys });
    return toSeries(sums, [...keys, OTHER_KEY], await names.find(largest));
  }
}

function toSeries(
  sums: Sum[],
  keys: string[],
  nameOf: (key: string) => { label: string },
) {
  const byKey = Map.groupBy(sums, ({ key }) => key);
  return keys.flatMap(key => {
    const own = byKey.get(key);
    return own || key !== OTHER_KEY
      ? [
          {
            key,
            label: nameOf(key).label,
            amounts: new Map<string, Big>(
              own?.map(({ amount, start }) => [start, amount]),
            ),
          },
        ]
      : [];
  });
}
