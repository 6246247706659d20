export interface Config {
  cost?: {
    /**
     * The currency in which cost is shown, in ISO 4217; others are converted to it
     * by `exchangeRates`. Default: EUR.
     */
    currency?: string;

    /**
     * What one unit of other currencies is worth in it, by calendar month; a month
     * without a rate has the last one before. Charges in a currency without a rate
     * are shown beside every sum. Either the rates, or the path of a CSV file that
     * has them in the columns `currency`, `month` and `rate` and is read every hour.
     * Default: none.
     */
    exchangeRates?:
      | string
      | Array<{
          /** In ISO 4217. */
          currency: string;
          /** Such as `2026-11`. */
          month: string;
          /** A decimal number above zero, such as `0.92`. */
          rate: string | number;
        }>;

    access?: {
      /**
       * Who may read what others cost, and what everybody does together: `everyone`
       * who is signed in, or `owners` of what is asked about and the groups of
       * `permission.atrium.financeGroups`. Rows of the bill are for the latter in
       * any case. Default: everyone.
       */
      totals?: 'everyone' | 'owners';
    };
  };
}
