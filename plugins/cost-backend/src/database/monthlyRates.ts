import type { DayPeriod } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';

/**
 * By what to convert the charges of a period: SQL of a query that has a row for each
 * calendar month of it and each currency that can be converted.
 *
 * - `month date`, the first day of the month; `currency text`
 * - `rate numeric`, what one unit is worth in the currency of the portal
 * - `rate_month date`, of which month that rate is: earlier where the month has none
 *
 * @remarks The currency of the portal itself has the rate 1. Join it from the left
 * on `currency` and `date_trunc('month', day)`: a charge that finds no row is in a
 * currency without a rate, and belongs beside the sum.
 *
 * ```ts
 * const rates = monthlyRates({ currency: 'EUR', from, to });
 * knex.raw(`SELECT sum(c.effective * r.rate) FROM monthly_costs c
 *   JOIN dimensions d ON d.id = c.dimension_id
 *   LEFT JOIN (${rates.sql}) r ON r.currency = d.currency AND r.month = c.month`,
 *   rates.bindings);
 * ```
 */
export function monthlyRates({
  currency,
  from,
  to,
}: DayPeriod & { currency: string }): {
  sql: string;
  bindings: Knex.RawBinding[];
} {
  const months = `generate_series(date_trunc('month', ?::timestamp),
    ?::timestamp - interval '1 day', interval '1 month') AS m (month)`;
  return {
    sql: `SELECT m.month::date AS month, c.currency, r.rate, r.month AS rate_month
      FROM ${months}
      CROSS JOIN (SELECT DISTINCT currency FROM exchange_rates WHERE currency <> ?) c
      CROSS JOIN LATERAL (
        SELECT e.rate, e.month FROM exchange_rates e
        WHERE e.currency = c.currency AND e.month <= m.month
        ORDER BY e.month DESC LIMIT 1
      ) r
      UNION ALL
      SELECT m.month::date, ?::text, 1::numeric, m.month::date FROM ${months}`,
    bindings: [from, to, currency, currency, from, to],
  };
}
