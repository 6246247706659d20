export interface Config {
  cost?: {
    /**
     * The currency in which cost is shown, in ISO 4217; others are converted to it
     * by `exchangeRates`. Default: EUR.
     */
    currency?: string;

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
