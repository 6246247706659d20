import { hashJson } from '@atrium/backend-common';
import type { Knex } from 'knex';

/** A charge of a test, of one day and without a list price unless it says so. */
export interface SampleCharge {
  /** The first day; 1 Nov 2026 by default. */
  day?: string;
  /** How many days it is for. */
  days?: number;
  /** The first day of the billing period; that of the first day by default. */
  month?: string;
  billed: string;
  /** As billed by default. */
  effective?: string;
  currency?: string;
  service?: string;
  category?: string;
  resource?: string;
  resourceType?: string;
  subAccount?: string;
  tags?: Record<string, string>;
}

interface SeedImportOptions {
  source?: string;
  charges: readonly SampleCharge[];
}

const DAY_MS = 24 * 3_600_000;

/**
 * Stores a delivery as if it had been read: its partition, keys, dimensions and the
 * sums that it says. It is not in force yet.
 *
 * @returns its id and billing periods
 */
export async function seedImport(
  knex: Knex,
  { charges, source = 'aws' }: SeedImportOptions,
): Promise<{ importId: number; months: string[] }> {
  const rows = charges.map(charge => toRows(charge, source));
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const now = new Date();
  const [{ id: importId }] = await knex('imports')
    .insert({
      source,
      name: 'test.csv',
      format: 'focus',
      state: 'imported',
      received_at: now,
      seen_at: now,
      months,
    })
    .returning('id');
  await knex.raw(
    `CREATE TABLE charges_${importId} PARTITION OF charges FOR VALUES IN (${importId})`,
  );
  for (const { dimension, key } of rows) {
    await knex('keys').insert(key).onConflict('id').ignore();
    await knex('dimensions').insert(dimension).onConflict('id').ignore();
  }
  if (rows.length > 0) {
    await knex('charges').insert(
      rows.map(({ charge }, index) => ({
        ...charge,
        import_id: importId,
        row_number: index + 1,
      })),
    );
  }
  await knex.raw(
    `INSERT INTO import_sums
     SELECT import_id, month, '', 'main', currency, count(*), sum(billed), sum(effective)
     FROM charges c JOIN dimensions d ON d.id = dimension_id
     WHERE import_id = ? GROUP BY 1, 2, 5`,
    [importId],
  );
  return { importId, months };
}

function toRows(charge: SampleCharge, source: string) {
  const { day = '2026-11-01', days = 1 } = charge;
  const start = new Date(`${day}T00:00:00Z`);
  const month = charge.month ?? `${day.slice(0, 7)}-01`;
  const shared = {
    provider: 'AWS',
    billing_account_id: 'main',
    sub_account_id: charge.subAccount ?? null,
    service_name: charge.service ?? 'EC2',
    service_category: 'Compute',
    region: null,
  };
  const key = {
    ...shared,
    source,
    resource_id: charge.resource ?? null,
    resource_name: charge.resource ?? null,
    resource_type: charge.resourceType ?? null,
    tags: JSON.stringify(charge.tags ?? {}),
  };
  const dimension = {
    ...shared,
    charge_category: charge.category ?? 'Usage',
    currency: charge.currency ?? 'EUR',
  };
  const keyId = idOf(key);
  const dimensionId = idOf(dimension);
  const { billed, effective = billed } = charge;
  return {
    month,
    key: { ...key, id: keyId },
    dimension: { ...dimension, id: dimensionId },
    charge: {
      month,
      charge_start: start,
      charge_end: new Date(start.getTime() + days * DAY_MS),
      key_id: keyId,
      dimension_id: dimensionId,
      billed,
      effective,
      list: '0',
      contracted: '0',
    },
  };
}

function idOf(value: unknown): string {
  const bits = BigInt(`0x${hashJson(value).slice(0, 16)}`);
  return BigInt.asIntN(64, bits).toString();
}
