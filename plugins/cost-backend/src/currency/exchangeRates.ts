import { moneySchema, parseInput } from '@atrium/common';
import { monthSchema } from '@atrium/plugin-cost-common';
import { ForwardedError } from '@backstage/errors';
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What one unit of a currency is worth in a month. */
const exchangeRateSchema = z.strictObject({
  currency: moneySchema.shape.currency,
  month: monthSchema,
  rate: z.coerce
    .string()
    .regex(/^\d{1,12}(\.\d{1,20})?$/, 'must be a decimal number')
    .refine(rate => /[1-9]/.test(rate), 'must be above zero'),
});

/** What one unit of a currency is worth in a month. */
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

/** Rates, one for each currency and month. */
export const exchangeRatesSchema = z
  .array(exchangeRateSchema)
  .superRefine((rates, context) => {
    const seen = new Set<string>();
    for (const [index, { currency, month }] of rates.entries()) {
      const name = `${currency} in ${month}`;
      if (seen.has(name)) {
        const message = `is the second rate of ${name}`;
        context.addIssue({ code: 'custom', path: [index], message });
      }
      seen.add(name);
    }
  });

/**
 * Reads a CSV file of rates.
 *
 * @throws when it is not there, or not as it has to be
 */
export async function readExchangeRates(file: string): Promise<ExchangeRate[]> {
  try {
    const rows: unknown = parse(await readFile(file), {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      trim: true,
    });
    return parseInput(exchangeRatesSchema, rows);
  } catch (error) {
    throw new ForwardedError(
      `The exchange rates in '${file}' cannot be read`,
      error,
    );
  }
}
