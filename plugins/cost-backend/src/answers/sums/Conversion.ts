import type { CostFreshness, DayPeriod } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import { monthlyRates } from '../../database/monthlyRates';

/** An amount as it was billed. */
export interface BilledAmount {
  currency: string;
  /** A month, or a day of it. */
  month: string;
  amount: string;
}

interface RateRow {
  currency: string;
  month: string;
  rate: string;
  rateMonth: string;
}

/**
 * Converts the amounts of one answer to the currency of the portal, and keeps by
 * which rates, and what has none.
 */
export class Conversion {
  readonly #currency: string;
  readonly #rates = new Map<string, { rate: Big; rateMonth: string }>();
  readonly #used = new Map<string, CostFreshness['rates'][number]>();
  readonly #unconverted = new Map<string, Big>();

  /** @param currency - the one of the portal */
  constructor(currency: string) {
    this.#currency = currency;
  }

  /** Reads the rates of a period, whose amounts can be converted then. */
  async load(knex: Knex, { from, to }: DayPeriod): Promise<void> {
    const rates = monthlyRates({ currency: this.#currency, from, to });
    const { rows } = await knex.raw(
      `SELECT r.currency, to_char(r.month, 'YYYY-MM') AS month,
         r.rate::text AS rate, to_char(r.rate_month, 'YYYY-MM') AS "rateMonth"
       FROM (${rates.sql}) r`,
      rates.bindings,
    );
    for (const { currency, month, rate, rateMonth } of rows as RateRow[]) {
      this.#rates.set(`${currency} ${month}`, {
        rate: new Big(rate),
        rateMonth,
      });
    }
  }

  /** The amount in the currency of the portal; zero, and noted, without a rate. */
  convert(billed: BilledAmount): Big {
    const converted = this.#exchange(billed);
    if (!converted) {
      const { amount, currency } = billed;
      const before = this.#unconverted.get(currency) ?? new Big(0);
      this.#unconverted.set(currency, before.plus(amount));
    }
    return converted ?? new Big(0);
  }

  /**
   * The same for an amount that an answer is only compared with: what has no rate
   * is not missing from the answer.
   */
  convertCompared(billed: BilledAmount): Big {
    return this.#exchange(billed) ?? new Big(0);
  }

  /** What one unit of a currency is worth in a month; `undefined` where it is not known. */
  rateOf(currency: string, month: string): Big | undefined {
    return currency === this.#currency
      ? new Big(1)
      : this.#rates.get(`${currency} ${month}`)?.rate;
  }

  #exchange(billed: BilledAmount): Big | undefined {
    const { amount, currency, month: dayOrMonth } = billed;
    if (currency === this.#currency) {
      return new Big(amount);
    }
    const month = dayOrMonth.slice(0, 7);
    const key = `${currency} ${month}`;
    const found = this.#rates.get(key);
    if (!found) {
      return undefined;
    }
    const { rate, rateMonth } = found;
    // Thousands of amounts are converted by few rates.
    if (!this.#used.has(key)) {
      const text = rate.toFixed();
      this.#used.set(key, { currency, month, rate: text, rateMonth });
    }
    return rate.times(amount);
  }

  /** What was converted by which rates, and what was not. */
  describe(): Pick<CostFreshness, 'rates' | 'unconverted'> {
    return {
      rates: [...this.#used.keys()]
        .sort()
        .flatMap(key => this.#used.get(key) ?? []),
      unconverted: [...this.#unconverted]
        .filter(([, amount]) => !amount.eq(0))
        .map(([currency, amount]) => ({ currency, amount: amount.toFixed() })),
    };
  }
}
