import type { Knex } from 'knex';
import type { ExchangeRate } from '../currency/exchangeRates';

/** Keeps what other currencies are worth in that of the portal. */
export class ExchangeRateStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes over the rates of a source in place of all that there were. */
  async replaceAll(
    rates: readonly ExchangeRate[],
    source: string,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      // Readers go on with the rates before.
      await trx.raw('LOCK TABLE exchange_rates IN SHARE ROW EXCLUSIVE MODE');
      await trx('exchange_rates').delete();
      await trx.raw(
        `INSERT INTO exchange_rates (currency, month, rate, source)
         SELECT currency, (month || '-01')::date, rate, ?
         FROM jsonb_to_recordset(?::jsonb) AS r (currency text, month text, rate numeric)`,
        [source, JSON.stringify(rates)],
      );
    });
  }

  /** Those that have a rate, in alphabetical order. */
  async listCurrencies(): Promise<string[]> {
    return this.#knex('exchange_rates')
      .distinct('currency')
      .orderBy('currency')
      .pluck('currency');
  }
}
