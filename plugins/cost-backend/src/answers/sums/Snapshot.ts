import { hashJson } from '@atrium/backend-common';
import type {
  CostFreshness,
  CostMetric,
  DayPeriod,
} from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import { Conversion } from './Conversion';
import { readSnapshotState, type SnapshotState } from './readSnapshotState';
import { isFiltered, type SumQuery } from './sumQuery';
import { toSumSql } from './toSumSql';

/** A question, without what the snapshot knows itself. */
export type SnapshotQuery = Omit<SumQuery, 'needsMonths'>;

/** What one group cost, at all or in a part of the period. */
export interface Sum {
  /** The first day of the part of the period, where there are parts. */
  start: string;
  key: string;
  label: string | undefined;
  amount: Big;
}

interface SumRow {
  start?: string;
  month?: string;
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
  /** The day after the last one that all sources have charges for; not after today. */
  readonly completeUntil: string | undefined;
  readonly conversion: Conversion;
  readonly #importedAt: string | undefined;
  readonly #needsMonths: boolean;

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
    this.#needsMonths = state.isMixed;
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

  /** Reads the rates of a period, where there is another currency at all. */
  async loadRates(period: DayPeriod): Promise<void> {
    if (this.#needsMonths) {
      await this.conversion.load(this.trx, period);
    }
  }

  /** What each group cost, in the currency of the portal. */
  async sum(query: SnapshotQuery): Promise<Sum[]> {
    const { sql, bindings } = toSumSql({
      ...query,
      needsMonths: this.#needsMonths,
    });
    await this.loadRates(query);
    const statement = this.trx.raw(sql, bindings);
    const { rows } = await (isFiltered(query.filters)
      ? statement
      : // Planned once for each connection, which can take longer than to run it.
        // With filters there would be too many of them to keep.
        statement.options({ name: `cost-sum-${hashJson(sql).slice(0, 32)}` }));
    const sums = new Map<string, Sum>();
    for (const row of rows as SumRow[]) {
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
        importedAt: this.#importedAt,
        ...this.conversion.describe(),
      },
    };
  }
}

/** What several sums are together. */
export function addUp(sums: Iterable<{ amount: Big }>): Big {
  let total = new Big(0);
  for (const { amount } of sums) {
    total = total.plus(amount);
  }
  return total;
}
