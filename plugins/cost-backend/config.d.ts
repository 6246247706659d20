export interface Config {
  cost?: {
    /**
     * The currency in which cost is shown, in ISO 4217; others are converted to it
     * by `exchangeRates`. Default: EUR.
     */
    currency?: string;
  };
}
