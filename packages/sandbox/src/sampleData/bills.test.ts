import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { SampleBills } from './bills.ts';

// FOCUS 1.0 and 1.2, `specification/columns`: those that are never null.
const neverNull = [
  'BilledCost',
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ContractedCost',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ProviderName',
  'PublisherName',
  'ServiceCategory',
  'ServiceName',
];
const mandatory = [
  ...neverNull,
  'BillingAccountName',
  'ChargeClass',
  'ChargeDescription',
  'PricingQuantity',
  'PricingUnit',
];

async function openBills(t: TestContext, initialNow: string) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-bills-'));
  t.after(() => rm(folder, { recursive: true }));
  let now = initialNow;
  let lastDay = '';
  const sources = ['aws', 'azure', 'gcp'];
  const open = () =>
    new SampleBills({
      sessions: {
        open: async () => ({
          request: async () => ({
            items: sources.map(name => ({ name, lastDay })),
          }),
        }),
      },
      folder,
      file: path.join(folder, 'state.json'),
      now: () => new Date(now),
    });
  let bills = open();
  const { signal } = new AbortController();
  return {
    send: () => bills.send(signal),
    isComplete: () => bills.isComplete,
    setLastDay: (day: string) => {
      lastDay = day;
    },
    goTo: (later: string) => {
      now = later;
    },
    restart: () => {
      bills = open();
    },
    list: async (biller: string) =>
      (await readdir(path.join(folder, biller))).sort(),
    read: (name: string) => readFile(path.join(folder, name)),
    writtenAt: async (name: string) =>
      (await stat(path.join(folder, name))).mtimeMs,
  };
}

const csvRows = (content: Buffer): Record<string, string>[] =>
  parse(content, { columns: true });

test('writes 13 months of valid FOCUS for three providers', async t => {
  const bills = await openBills(t, '2026-11-28T12:00:00Z');
  await bills.send();
  const files = await bills.list('aws');
  assert.equal(files.length, 13);
  assert.equal(files[0], 'aws-2025-11.csv.gz');

  const rows = {
    aws: csvRows(gunzipSync(await bills.read('aws/aws-2026-10.csv.gz'))),
    azure: csvRows(await bills.read('azure/azure-2026-10.csv')),
  };
  for (const [biller, all] of Object.entries(rows)) {
    for (const name of mandatory) {
      assert.ok(name in all[0], `${biller} has no ${name}`);
    }
    for (const row of all) {
      const empty = neverNull.filter(name => row[name] === '');
      assert.deepEqual(empty, [], biller);
      assert.match(row.EffectiveCost, /^-?\d+(\.\d{1,9})?$/);
      assert.equal(row.BillingPeriodStart, '2026-10-01T00:00:00Z');
      assert.equal(row.BillingPeriodEnd, '2026-11-01T00:00:00Z');
      assert.ok(row.ChargePeriodStart < row.ChargePeriodEnd);
      assert.equal(typeof JSON.parse(row.Tags), 'object');
    }
  }
  assert.ok('ServiceSubcategory' in rows.aws[0]);
  assert.ok(!('InvoiceId' in rows.azure[0]), 'FOCUS 1.0 has no invoice');
});

test('writes Parquet with exact decimals, times and tags', async t => {
  const bills = await openBills(t, '2026-11-28T12:00:00Z');
  await bills.send();
  const content = await bills.read('gcp/gcp-2026-10.parquet');
  const rows = await parquetReadObjects({
    file: new Uint8Array(content).buffer,
  });
  const support = rows.find(({ ServiceName }) => ServiceName === 'Support');
  assert.equal(support?.EffectiveCost, 9.5);
  assert.deepEqual(
    support?.ChargePeriodStart,
    new Date('2026-10-01T00:00:00Z'),
  );
  assert.equal(support?.ServiceProviderName, 'Google Cloud');
  const topic = rows.find(({ ResourceName }) => ResourceName === 'clickstream');
  assert.deepEqual(topic?.Tags, { service: 'event-collector' });
});

test('adds a day each day, sends the invoice of a month that is over, and then leaves it', async t => {
  const bills = await openBills(t, '2026-11-29T23:59:00Z');
  const november = 'azure/azure-2026-11.csv';
  await bills.send();
  const daysOf = (content: Buffer) =>
    new Set(csvRows(content).map(row => row.ChargePeriodStart.slice(0, 10)));
  assert.equal(daysOf(await bills.read(november)).size, 28);

  bills.goTo('2026-12-01T00:01:00Z');
  await bills.send();
  assert.equal(daysOf(await bills.read(november)).size, 30);
  assert.equal(csvRows(await bills.read(november))[0].x_InvoiceId, '');

  bills.goTo('2026-12-02T00:01:00Z');
  await bills.send();
  assert.match(csvRows(await bills.read(november))[0].x_InvoiceId, /^G\d{7}$/);
  const october = await bills.writtenAt('azure/azure-2026-10.csv');
  const invoiced = await bills.writtenAt(november);

  bills.restart();
  bills.goTo('2026-12-03T09:00:00Z');
  await bills.send();
  assert.equal(await bills.writtenAt(november), invoiced);
  assert.equal(await bills.writtenAt('azure/azure-2026-10.csv'), october);
  assert.equal((await bills.list('azure')).length, 14);
});

test('is complete once the portal has read the last day of each provider', async t => {
  const bills = await openBills(t, '2026-11-28T12:00:00Z');
  bills.setLastDay('2026-11-26');
  assert.equal(await bills.send(), undefined);
  assert.equal(bills.isComplete(), false);
  bills.setLastDay('2026-11-27');
  assert.match((await bills.send()) ?? '', /has read the bills/);
  assert.equal(bills.isComplete(), true);
});
