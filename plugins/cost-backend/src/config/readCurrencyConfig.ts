import { moneySchema, parseInput } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';
import {
  type ExchangeRate,
  exchangeRatesSchema,
} from '../currency/exchangeRates';

/** In which currency cost is shown, and where the rates of others are. */
export interface CurrencyConfig {
  currency: string;
  /** The path of a file of rates, or the rates. */
  exchangeRates: { file: string } | { rates: ExchangeRate[] };
}

const currencyConfigSchema = z.object({
  currency: moneySchema.shape.currency.default('EUR'),
  exchangeRates: z.union([z.string().min(1), exchangeRatesSchema]).default([]),
});

/** Reads and checks `cost.currency` and `cost.exchangeRates`. */
export function readCurrencyConfig(config: RootConfigService): CurrencyConfig {
  try {
    const { currency, exchangeRates } = parseInput(
      currencyConfigSchema,
      config.getOptional('cost') ?? {},
    );
    return {
      currency,
      exchangeRates:
        typeof exchangeRates === 'string'
          ? { file: exchangeRates }
          : { rates: exchangeRates },
    };
  } catch (error) {
    throw new ForwardedError("The configuration 'cost' is wrong", error);
  }
}
