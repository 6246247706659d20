import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { CurrencyConfig } from '../config/readCurrencyConfig';
import type { ExchangeRateStore } from '../database/ExchangeRateStore';
import { readExchangeRates } from './exchangeRates';

interface ScheduleExchangeRatesOptions {
  config: Pick<CurrencyConfig, 'exchangeRates'>;
  rates: ExchangeRateStore;
  scheduler: SchedulerService;
}

/**
 * Takes over the rates of the configuration: now, and from a file every hour.
 *
 * @throws when a file of rates cannot be read now
 */
export async function scheduleExchangeRates({
  config: { exchangeRates },
  rates,
  scheduler,
}: ScheduleExchangeRatesOptions): Promise<void> {
  if ('rates' in exchangeRates) {
    await rates.replaceAll(exchangeRates.rates, 'configuration');
    return;
  }
  const { file } = exchangeRates;
  const takeOver = async () =>
    rates.replaceAll(await readExchangeRates(file), file);
  await takeOver();
  await scheduler.scheduleTask({
    id: 'cost-exchange-rates',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { hours: 1 },
    timeout: { minutes: 1 },
    fn: takeOver,
  });
}
