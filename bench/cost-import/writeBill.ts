import { createWriteStream, existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const COLUMNS = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'EffectiveCost',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListCost',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'ResourceId',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SubAccountId',
  'Tags',
];

const SERVICES = [
  ['Amazon EC2', 'Compute', 'Hours'],
  ['Amazon RDS', 'Databases', 'Hours'],
  ['Amazon S3', 'Storage', 'GB-Months'],
  ['AWS Lambda', 'Compute', 'GB-Seconds'],
  ['Amazon VPC', 'Networking', 'GB'],
];
const HOURS = 720;
const BATCH = 1_000;

/**
 * Writes a month of FOCUS 1.2, hour by hour: 20 accounts, 7,000 resources and 1,400
 * sets of tags. The same number of rows is always the same file.
 */
export async function writeBill(path: string, rows: number): Promise<void> {
  if (existsSync(path)) {
    return;
  }
  const unfinished = `${path}.part`;
  await pipeline(Readable.from(lines(rows)), createWriteStream(unfinished));
  await rename(unfinished, path);
}

function* lines(rows: number): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (let start = 0; start < rows; start += BATCH) {
    let text = '';
    for (let row = start; row < Math.min(start + BATCH, rows); row++) {
      text += `${toValues(row, rows).join(',')}\n`;
    }
    yield text;
  }
}

function toValues(row: number, rows: number): string[] {
  const resource = (row * 7_919) % 7_000;
  const [service, category, unit] = SERVICES[resource % SERVICES.length] ?? [];
  const hour = Math.floor((row * HOURS) / rows);
  const cost = `0.${String((row * 104_729) % 99_991).padStart(5, '0')}${
    row % 10
  }`;
  const tags = `"{""team"":""team-${resource % 40}"",""env"":""${
    resource % 5 ? 'prod' : 'test'
  }"",""app"":""app-${resource % 1_400}""}"`;
  return [
    cost,
    '100000000001',
    'Acme',
    'USD',
    '2026-12-01T00:00:00Z',
    '2026-11-01T00:00:00Z',
    'Usage',
    '',
    `${service}: use in ${unit}`,
    'Usage-Based',
    toInstant(hour + 1),
    toInstant(hour),
    '1',
    unit ?? '',
    cost,
    cost,
    'INV-2026-11',
    'AWS',
    cost,
    'Standard',
    '1',
    unit ?? '',
    'AWS',
    'AWS',
    'eu-central-1',
    `arn:aws:resource/${resource}`,
    category ?? '',
    service ?? '',
    `SKU-${resource % 200}`,
    `2000000000${resource % 20}`,
    tags,
  ];
}

function toInstant(hour: number): string {
  const start = Date.UTC(2026, 10, 1, hour);
  return new Date(start).toISOString().replace('.000Z', 'Z');
}
