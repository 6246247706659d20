import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CostDimension,
  CostSeries,
  seriesQuerySchema,
} from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { z } from 'zod';
import { addDays, listDays, listMonthStarts } from '../../calendar/days';
import {
  addSeries,
  addUp,
  type Snapshot,
  type SumSeries,
} from '../sums/Snapshot';
import { OTHER_KEY } from '../sums/sumQuery';
import { GroupNames, HIDDEN_KEY } from './GroupNames';
import { type ReadContext, readScope } from './ReadContext';
import { readEntitySeries } from './readEntitySeries';
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

type NamedSeries = Omit<SumSeries, 'label'> & { label: string };

const NOTHING = { amounts: new Map<string, string>(), total: new Big(0) };

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
          series: series.map(({ amounts, key, label, total }) => ({
            key,
            label,
            amounts: starts.map(
              start => amounts.get(start) ?? (isThere(start) ? '0' : null),
            ),
            total: total.toFixed(),
          })),
          total: addUp(
            series.map(({ total: amount }) => ({ amount })),
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
  ): Promise<NamedSeries[]> {
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
      const [all] = await snapshot.series({ ...asked, granularity });
      return [{ ...(all ?? NOTHING), key: 'all', label: 'Cost' }];
    }
    const names = new GroupNames({
      ...this.#context,
      groupBy,
      knex: snapshot.trx,
    });
    if (FEW_GROUPS.includes(groupBy)) {
      const groups = await snapshot.series({ ...asked, granularity });
      const largest = takeLargest(
        groups.map(({ total, ...group }) => ({ ...group, amount: total })),
        limit,
      ).map(({ key }) => key);
      return toNamed(groups, largest, await names.find(groups));
    }
    const groups = await names.hide(await snapshot.sum(asked), scope);
    const largest = takeLargest(
      groups.filter(({ key }) => key !== HIDDEN_KEY),
      limit,
    );
    const keys = largest.map(({ key }) => key);
    const parts = { ...asked, granularity };
    const series =
      groupBy === 'entity'
        ? await readEntitySeries(snapshot, { ...parts, keys })
        : await snapshot.series({ ...parts, keys });
    return toNamed(series, keys, await names.find(largest));
  }
}

function takeLargest<T extends { key: string; amount: Big }>(
  sums: T[],
  limit: number,
): T[] {
  return sums
    .toSorted(
      (one, other) =>
        other.amount.cmp(one.amount) || one.key.localeCompare(other.key),
    )
    .slice(0, limit);
}

/** Some groups in their order, and all others as one. */
function toNamed(
  groups: SumSeries[],
  keys: string[],
  nameOf: (key: string) => { label: string },
): NamedSeries[] {
  const byKey = new Map(groups.map(group => [group.key, group]));
  const others = groups.filter(({ key }) => !keys.includes(key));
  const named = keys.map(key => ({
    ...(byKey.get(key) ?? NOTHING),
    key,
    label: nameOf(key).label,
  }));
  return others.length === 0
    ? named
    : [
        ...named,
        {
          ...others.reduce((sum, other) => addSeries(sum, other)),
          key: OTHER_KEY,
          label: nameOf(OTHER_KEY).label,
        },
      ];
}
