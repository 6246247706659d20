import { hashJson } from '@atrium/backend-common';
import type {
  CostFreshness,
  CostMetric,
  DayPeriod,
  SilentSource,
} from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import { addDays } from '../../calendar/days';
import { Conversion } from './Conversion';
import { readSnapshotState, type SnapshotState } from './readSnapshotState';
import {
  type CountMetric,
  isFiltered,
  type Sql,
  type SumQuery,
} from './sumQuery';
import { toSeriesSql } from './toSeriesSql';
import { toSumSql } from './toSumSql';

/** A question, without what the snapshot knows itself. */
export type SnapshotQuery = Omit<SumQuery, 'metric' | 'needsMonths'> & {
  metric: CostMetric;
};

/** What one group cost in each part of a period. */
export interface SumSeries {
  key: string;
  label: string | undefined;
  /** By the first days of the parts; those that have no charge are not there. */
  amounts: Map<string, string>;
  /** In all of the period. */
  total: Big;
}

/** What one group cost, at all or in a part of the period. */
export interface Sum {
  /** The first day of the part of the period, where there are parts. */
  start: string;
  key: string;
  label: string | undefined;
  amount: Big;
}

interface SeriesRow {
  key: string;
  label: string | null;
  currency: string;
  month: string | null;
  starts: string;
  amounts: string;
  total: string;
}

interface SumRow {
  start?: string;
  month?: string | null;
  key: string;
  label?: string | null;
  currency: string;
  amount: string;
}

/**
 * The sums as they are at one moment: whatever is asked of one snapshot fits
 * together, also while an import puts others in force.
 */
export class Snapshot {
  /** For what is asked beside the sums. */
  readonly trx: Knex.Transaction;
  readonly currency: string;
  /** Today, in UTC. */
  readonly today: string;
  /**
   * The day after the last one that all sources have charges for, but for those that
   * are silent for so long that they are not waited for; not after today.
   */
  readonly completeUntil: string | undefined;
  readonly conversion: Conversion;
  /** Whether there are other currencies, so that months have to be told apart. */
  readonly needsMonths: boolean;
  readonly #importedAt: string | undefined;
  readonly #historyFrom: string | undefined;
  readonly #silentSources: SilentSource[];

  private constructor(
    trx: Knex.Transaction,
    { currency, state }: { currency: string; state: SnapshotState },
  ) {
    this.trx = trx;
    this.currency = currency;
    this.today = state.today;
    this.completeUntil = state.completeUntil;
    this.conversion = new Conversion(currency);
    this.#importedAt = state.importedAt;
    this.#historyFrom = state.historyFrom;
    this.#silentSources = state.silentSources;
    this.needsMonths = state.isMixed;
  }

  /** @param options - `currency` is that of the portal */
  static async read<T>(
    options: { knex: Knex; currency: string },
    work: (snapshot: Snapshot) => Promise<T>,
  ): Promise<T> {
    const { currency, knex } = options;
    return knex.transaction(
      async trx => {
        const state = await readSnapshotState(trx, currency);
        return work(new Snapshot(trx, { currency, state }));
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  }

  /**
   * Whether days from one on can be compared with later ones: not while bills of theirs
   * are still read of a source whose later bills are there.
   */
  hasHistoryFrom(day: string): boolean {
    return this.#historyFrom === undefined || day >= this.#historyFrom;
  }

  /** Reads the rates of a period, where there is another currency at all. */
  async loadRates(period: DayPeriod): Promise<void> {
    if (this.needsMonths) {
      await this.conversion.load(this.trx, period);
    }
  }

  /** What each group cost, in the currency of the portal. */
  async sum(query: SnapshotQuery): Promise<Sum[]> {
    const rows: SumRow[] = await this.#ask(query, asked => {
      const { sql, bindings } = toSumSql(asked);
      return query.granularity
        ? {
            sql: `SELECT to_char(q.start, 'YYYY-MM-DD') AS start, q.key, q.label,
              q.currency, ${
                asked.needsMonths ? 'q.month' : 'NULL AS month'
              }, q.amount FROM (${sql}) q`,
            bindings,
          }
        : { sql, bindings };
    });
    const sums = new Map<string, Sum>();
    for (const row of rows) {
      const { currency, key, label, start = query.from } = row;
      const amount = this.conversion.convert({
        amount: row.amount,
        currency,
        month: row.month ?? start,
      });
      const id = JSON.stringify([start, key]);
      const before = sums.get(id);
      sums.set(id, {
        start,
        key,
        label: label ?? before?.label,
        amount: before ? before.amount.plus(amount) : amount,
      });
    }
    return [...sums.values()];
  }

  /**
   * What each group cost in each part of the period, in the currency of the portal:
   * the same as {@link sum} says, with far fewer rows to bring here.
   */
  async series(
    query: SnapshotQuery & Required<Pick<SnapshotQuery, 'granularity'>>,
  ): Promise<SumSeries[]> {
    const rows: SeriesRow[] = await this.#ask(query, asked =>
      toSeriesSql({ ...asked, granularity: query.granularity }),
    );
    const groups = new Map<string, SumSeries>();
    for (const row of rows) {
      const { key, label } = row;
      const own = this.#convertSeries(row);
      const before = groups.get(key);
      groups.set(
        key,
        before
          ? addSeries(before, own)
          : { key, label: label ?? undefined, ...own },
      );
    }
    return [...groups.values()];
  }

  #convertSeries({
    currency,
    month,
    total,
    ...row
  }: SeriesRow): Pick<SumSeries, 'amounts' | 'total'> {
    const billed = row.amounts.split(',');
    const entries = row.starts.split(',').map((start, index) => {
      const amount = billed[index];
      return { start, amount, currency, month: month ?? start };
    });
    const amounts = new Map<string, string>();
    if (currency === this.currency) {
      entries.forEach(({ amount, start }) => addAmount(amounts, start, amount));
      return { amounts, total: new Big(total) };
    }
    const converted = entries.map(({ start, ...amount }) => ({
      start,
      amount: this.conversion.convert(amount),
    }));
    converted.forEach(({ amount, start }) =>
      addAmount(amounts, start, amount.toFixed()),
    );
    return { amounts, total: addUp(converted) };
  }

  async #ask<T>(
    query: SnapshotQuery,
    toSql: (query: SumQuery) => Sql,
  ): Promise<T[]> {
    const { sql, bindings } = toSql({
      ...query,
      needsMonths: this.needsMonths,
    });
    await this.loadRates(query);
    const statement = this.trx.raw(sql, bindings);
    const { rows } = await (isFiltered(query.filters)
      ? statement
      : // Planned once for each connection, which can take longer than to run it.
        // With filters there would be too many of them to keep.
        statement.options({ name: `cost-sum-${hashJson(sql).slice(0, 32)}` }));
    return rows;
  }

  /** How many charges have a day in the period. */
  async count(
    query: Pick<SnapshotQuery, 'filters' | 'from' | 'targetIds' | 'to'>,
  ): Promise<number> {
    if (query.from >= query.to) {
      return 0;
    }
    const begun = await this.#count(query, 'row_count');
    const firstDay = { ...query, to: addDays(query.from, 1) };
    return begun + (await this.#count(firstDay, 'carried_count'));
  }

  async #count(
    query: Omit<SnapshotQuery, 'metric'>,
    metric: CountMetric,
  ): Promise<number> {
    const { sql, bindings } = toSumSql({
      ...query,
      metric,
      needsMonths: false,
    });
    const { rows } = await this.trx.raw(sql, bindings);
    return (rows as SumRow[]).reduce((sum, row) => sum + Number(row.amount), 0);
  }

  /** What everything cost together. */
  async total(query: Omit<SnapshotQuery, 'groupBy'>): Promise<Big> {
    return addUp(await this.sum(query));
  }

  /** What an answer says about itself. */
  describe(
    metric: CostMetric,
    period: { from: string; to: string },
  ): {
    currency: string;
    metric: CostMetric;
    period: { from: string; to: string };
    freshness: CostFreshness;
  } {
    return {
      currency: this.currency,
      metric,
      period,
      freshness: {
        completeUntil: this.completeUntil,
        silentSources: this.#silentSources,
        importedAt: this.#importedAt,
        ...this.conversion.describe(),
      },
    };
  }
}

/** What two series are together. */
export function addSeries<T extends Pick<SumSeries, 'amounts' | 'total'>>(
  one: T,
  other: Pick<SumSeries, 'amounts' | 'total'>,
): T {
  const amounts = new Map(one.amounts);
  other.amounts.forEach((amount, start) => addAmount(amounts, start, amount));
  return { ...one, amounts, total: one.total.plus(other.total) };
}

function addAmount(
  amounts: Map<string, string>,
  start: string,
  amount: string,
): void {
  const before = amounts.get(start);
  amounts.set(
    start,
    before === undefined ? amount : new Big(before).plus(amount).toFixed(),
  );
}

/** What several sums are together. */
export function addUp(sums: Iterable<{ amount: Big }>): Big {
  let total = new Big(0);
  for (const { amount } of sums) {
    total = total.plus(amount);
  }
  return total;
}
