import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { readCurrencyConfig } from '../config/readCurrencyConfig';
import { ExchangeRateStore } from '../database/ExchangeRateStore';
import { monthlyRates } from '../database/monthlyRates';
import { readExchangeRates } from './exchangeRates';

const read = (cost: JsonObject) =>
  readCurrencyConfig(mockServices.rootConfig({ data: { cost } }));

describe('readCurrencyConfig', () => {
  it('has the euro and no rates by default', () => {
    expect(read({})).toEqual({ currency: 'EUR', exchangeRates: { rates: [] } });
  });

  it.each([
    [{ currency: 'Euro' }, 'must be a currency of ISO 4217'],
    [
      { exchangeRates: [{ currency: 'USD', month: '2026-11', rate: 0 }] },
      'must be above zero',
    ],
    [
      {
        exchangeRates: [
          { currency: 'USD', month: '2026-11', rate: 0.9 },
          { currency: 'USD', month: '2026-11', rate: 0.8 },
        ],
      },
      'is the second rate of USD in 2026-11',
    ],
  ])('refuses %j', (cost, message) => {
    expect(() => read(cost)).toThrow(message);
  });
});

describe('readExchangeRates', () => {
  it('reads a CSV file, and says which one is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rates-'));
    const file = join(folder, 'rates.csv');
    await writeFile(
      file,
      '\uFEFFcurrency,month,rate\r\nUSD,2026-10,0.9215\r\n',
    );
    expect(await readExchangeRates(file)).toEqual([
      { currency: 'USD', month: '2026-10', rate: '0.9215' },
    ]);
    await writeFile(file, 'currency,month,rate\nUSD,October,0.9\n');
    await expect(readExchangeRates(file)).rejects.toThrow(
      `The exchange rates in '${file}' cannot be read`,
    );
    await rm(folder, { recursive: true });
  });
});

describe('monthlyRates', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('has the rate of the month or the last one before, for those with a rate', async () => {
    const knex = await openTestDatabase(databases);
    const store = new ExchangeRateStore(knex);
    await store.replaceAll(
      [{ currency: 'GBP', month: '2026-01', rate: '1.1' }],
      'test',
    );
    await store.replaceAll(
      [
        { currency: 'USD', month: '2026-09', rate: '0.9' },
        { currency: 'USD', month: '2026-11', rate: '0.95' },
        { currency: 'CHF', month: '2026-11', rate: '1.05' },
      ],
      'test',
    );
    const { sql, bindings } = monthlyRates({
      currency: 'EUR',
      from: '2026-10-15',
      to: '2026-12-01',
    });
    const { rows } = await knex.raw(
      `SELECT to_char(month, 'YYYY-MM') AS month, currency, rate::text, to_char(rate_month, 'YYYY-MM') AS of
       FROM (${sql}) r ORDER BY 1, 2`,
      bindings,
    );
    expect(rows).toEqual([
      { month: '2026-10', currency: 'EUR', rate: '1', of: '2026-10' },
      { month: '2026-10', currency: 'USD', rate: '0.9', of: '2026-09' },
      { month: '2026-11', currency: 'CHF', rate: '1.05', of: '2026-11' },
      { month: '2026-11', currency: 'EUR', rate: '1', of: '2026-11' },
      { month: '2026-11', currency: 'USD', rate: '0.95', of: '2026-11' },
    ]);
  });
});
