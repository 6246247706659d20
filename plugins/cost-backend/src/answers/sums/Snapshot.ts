import type { CostFreshness, CostMetric } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import { addDays, earlierOf, toDay } from '../../calendar/days';
import { Conversion } from './Conversion';
import { type SumQuery, toSumSql } from './sumQuery';

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

interface SnapshotState {
  completeUntil: string | undefined;
  conversion: Conversion;
  currency: string;
  importedAt: string | undefined;
  needsMonths: boolean;
  today: string;
}

interface SumRow {
  start?: string;
  month?: string;
  key: string;
  label?: string | null;
  currency: string;
  amount: string;
}

/** A source that has had no charge for this long before another has ended. */
const ENDED_AFTER_DAYS = 35;

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

  private constructor(trx: Knex.Transaction, state: SnapshotState) {
    this.trx = trx;
    this.currency = state.currency;
    this.today = state.today;
    this.completeUntil = state.completeUntil;
    this.conversion = state.conversion;
    this.#importedAt = state.importedAt;
    this.#needsMonths = state.needsMonths;
  }

  /** @param options - `currency` is that of the portal */
  static async read<T>(
    options: { knex: Knex; currency: string },
    work: (snapshot: Snapshot) => Promise<T>,
  ): Promise<T> {
    const { currency, knex } = options;
    return knex.transaction(
      async trx => {
        const today = toDay(Date.now());
        return work(
          new Snapshot(trx, {
            ...(await readFreshness(trx, today)),
            conversion: new Conversion(currency),
            currency,
            needsMonths: await hasOtherCurrencies(trx, currency),
            today,
          }),
        );
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  }

  /** What each group cost, in the currency of the portal. */
  async sum(query: SnapshotQuery): Promise<Sum[]> {
    const { sql, bindings } = toSumSql({
      ...query,
      needsMonths: this.#needsMonths,
    });
    if (this.#needsMonths) {
      await this.conversion.load(this.trx, query);
    }
    const { rows } = await this.trx.raw(sql, bindings);
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

/**
 * Up to when charges are complete, and when the last ones came.
 *
 * @remarks Of a source that ended, charges are complete: it would hold back all
 * others for good.
 */
async function readFreshness(trx: Knex, today: string) {
  const { rows } = await trx.raw(
    `SELECT to_char(max(l.day), 'YYYY-MM-DD') AS "lastDay"
     FROM (SELECT DISTINCT ON (source) source, id FROM generations
           WHERE state = 'active' AND kind = 'charges'
           ORDER BY source, month DESC) g
     CROSS JOIN LATERAL (
       SELECT day FROM daily_dimension_costs
       WHERE generation_id = g.id AND day < ?::date
       ORDER BY generation_id DESC, day DESC LIMIT 1) l
     GROUP BY g.source`,
    [today],
  );
  const lastDays: string[] = rows
    .map(({ lastDay }: { lastDay: string }) => lastDay)
    .sort();
  const newest = lastDays.at(-1);
  const oldest = lastDays.find(
    day => newest !== undefined && day > addDays(newest, -ENDED_AFTER_DAYS),
  );
  const {
    rows: [{ importedAt }],
  } = await trx.raw(
    `SELECT max(finished_at) AS "importedAt" FROM imports WHERE state = 'imported'`,
  );
  return {
    completeUntil: oldest && earlierOf(addDays(oldest, 1), today),
    importedAt: (importedAt as Date | null)?.toISOString(),
  };
}

async function hasOtherCurrencies(
  trx: Knex,
  currency: string,
): Promise<boolean> {
  const { rows } = await trx.raw(
    `SELECT EXISTS (SELECT 1 FROM dimensions WHERE currency <> ?) AS "isMixed"`,
    [currency],
  );
  return rows[0].isMixed;
}
