import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'node:zlib';
import { focusCsv, sampleRow, toCsv } from '../__testUtils__/focusCsv';
import { readContents } from '../__testUtils__/readContents';
import type { OpenCostDay } from '../formats/readOpenCost';

/** Columns as Parquet stores them, with the types that exporters use. */
function parquet(rows: Record<string, string>[]): Uint8Array {
  const all = rows.map(row => ({ ...sampleRow, ...row }));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: Object.keys(sampleRow).map(name => ({
        name,
        data: all.map(row => row[name] || undefined),
        type: 'STRING' as const,
        nullable: true,
      })),
      rowGroupSize: 2,
    }),
  );
}

it('reads the same charges from CSV and Parquet, packed or not', async () => {
  const rows: Record<string, string>[] = [
    {},
    { BilledCost: '0.1' },
    { Tags: '' },
  ];
  const csv = focusCsv(rows);
  const binary = parquet(rows);
  const expected = await readContents([csv]);
  expect(expected.report.problems).toEqual([]);
  expect(expected.charges).toHaveLength(3);
  expect(expected.charges[0]).toEqual({
    month: '2026-11-01',
    chargeStart: '2026-11-02T00:00:00Z',
    chargeEnd: '2026-11-03T00:00:00Z',
    provider: 'AWS',
    billingAccountId: '100000000001',
    serviceName: 'Amazon EC2',
    serviceCategory: 'Compute',
    resourceId: 'i-1',
    tags: '{"team":"payments"}',
    chargeCategory: 'Usage',
    currency: 'EUR',
    invoiceId: 'INV-1',
    description: 'm6i.large, Linux',
    billed: '1.25',
    effective: '1.25',
    list: '1.5',
    contracted: '1.25',
    other:
      '{"BillingAccountName":"Acme","InvoiceIssuerName":"AWS","PricingQuantity":"24","PricingUnit":"Hours","PublisherName":"AWS"}',
  });
  for (const content of [
    `\ufeff${csv}`,
    gzipSync(csv),
    binary,
    gzipSync(binary),
  ]) {
    const { charges, report } = await readContents([content]);
    expect(report.problems).toEqual([]);
    expect(charges).toEqual(expected.charges);
  }
});

it('reads decimals, times and maps of Parquet as they are stored', async () => {
  const strings = Object.entries(sampleRow).filter(
    ([name]) =>
      !['BilledCost', 'EffectiveCost', 'ChargePeriodStart'].includes(name),
  );
  const binary = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: strings.length + 3 },
      {
        name: 'BilledCost',
        type: 'INT64',
        converted_type: 'DECIMAL',
        scale: 10,
        precision: 18,
        repetition_type: 'REQUIRED',
      },
      { name: 'EffectiveCost', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      {
        name: 'ChargePeriodStart',
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        repetition_type: 'REQUIRED',
      },
      ...strings.map(([name]) => ({
        name,
        type: 'BYTE_ARRAY' as const,
        converted_type: 'UTF8' as const,
        repetition_type: 'OPTIONAL' as const,
      })),
    ],
    columnData: [
      // 123456789.0123456789: more digits than a floating point number has.
      { name: 'BilledCost', data: [1234567890123456789n] },
      { name: 'EffectiveCost', data: [0.1] },
      {
        name: 'ChargePeriodStart',
        data: [new Date('2026-11-02T00:00:00Z')],
      },
      ...strings.map(([name, value]) => ({ name, data: [value || null] })),
    ],
  });
  const { charges, report } = await readContents([new Uint8Array(binary)]);
  expect(report.problems).toEqual([]);
  expect(charges).toMatchObject([
    {
      billed: '123456789.0123456789',
      effective: '0.1',
      chargeStart: '2026-11-02T00:00:00Z',
    },
  ]);
});

it('keeps to the version that the source says or the columns tell', async () => {
  const renamed = focusCsv([
    { ServiceProviderName: 'Acme Cloud', HostProviderName: 'AWS' },
  ]);
  const told = await readContents([renamed]);
  expect(told.report.focusVersion).toBe('1.3');
  expect(told.charges).toMatchObject([{ provider: 'Acme Cloud' }]);
  const removed = await readContents([
    focusCsv([{ ServiceProviderName: 'AWS', HostProviderName: 'AWS' }], {
      without: ['ProviderName', 'PublisherName'],
    }),
  ]);
  expect(removed.report).toMatchObject({ focusVersion: '1.4', problems: [] });
  const said = await readContents([renamed], { focusVersion: '1.0' });
  expect(said.report.focusVersion).toBe('1.0');
  expect(
    said.report.problems.map(({ rule, column, severity }) => [
      severity,
      rule,
      column,
    ]),
  ).toEqual([
    ['warning', 'column-version', 'InvoiceId'],
    ['warning', 'column-version', 'ServiceProviderName'],
    ['warning', 'column-version', 'HostProviderName'],
  ]);
});

it('brings what is said about Kubernetes into one form', async () => {
  const { charges } = await readContents([
    focusCsv([
      {
        Tags: '{"aws:eks:namespace":"checkout","aws:eks:cluster-name":"main","reviewed":true}',
        AllocatedTags: '{"team":"orders"}',
        HostProviderName: 'AWS',
        ServiceProviderName: 'AWS',
      },
      {
        ServiceProviderName: 'AWS',
        Tags: '[{"key":"k8s-namespace","value":"search"},{"key":"k8s-label/app","value":"indexer"}]',
      },
      {
        ServiceProviderName: 'AWS',
        Tags: '{}',
        x_KubernetesNamespace: 'billing',
      },
    ]),
  ]);
  expect(charges.map(({ tags }) => JSON.parse(tags))).toEqual([
    {
      'aws:eks:cluster-name': 'main',
      'aws:eks:namespace': 'checkout',
      'kubernetes.cluster': 'main',
      'kubernetes.namespace': 'checkout',
      reviewed: 'true',
      team: 'orders',
    },
    {
      'k8s-label/app': 'indexer',
      'k8s-namespace': 'search',
      'kubernetes.label.app': 'indexer',
      'kubernetes.namespace': 'search',
    },
    { 'kubernetes.namespace': 'billing' },
  ]);
});

it('takes charges of all kinds, and warns of what looks wrong', async () => {
  const commitment = {
    CommitmentDiscountId: 'sp-1',
    CommitmentDiscountStatus: '',
  };
  const { charges, report } = await readContents([
    focusCsv([
      { ChargeCategory: 'Tax', PricingQuantity: '', PricingUnit: '' },
      { ChargeCategory: 'Credit', BilledCost: '-5', EffectiveCost: '-5' },
      { ChargeClass: 'Correction', PricingQuantity: '-24' },
      { BilledCost: '-1', PricingQuantity: '-24' },
      { ...commitment, ChargeCategory: 'Purchase', EffectiveCost: '0' },
      { ...commitment, ChargeCategory: 'Purchase' },
      commitment,
      {
        BillingPeriodStart: '2026-11-15T00:00:00Z',
        BillingPeriodEnd: '2026-12-15T00:00:00Z',
      },
      { ServiceCategory: 'Teapots', ResourceId: 'NULL', RegionId: 'NULL' },
      { ListCost: '', ContractedCost: '', EffectiveCost: '1.1' },
    ]),
  ]);
  expect(charges).toHaveLength(10);
  expect(charges[9]).toMatchObject({ list: '1.1', contracted: '1.1' });
  expect(charges[2]).toMatchObject({ chargeClass: 'Correction' });
  expect(charges[7]).toMatchObject({ month: '2026-11-01' });
  expect(
    Object.fromEntries(
      report.problems.map(({ rule, examples }) => [
        rule,
        examples.map(({ row }) => row),
      ]),
    ),
  ).toEqual({
    'purchase-effective': [6],
    'commitment-status': [7],
    'billing-period-month': [8],
    'allowed-value': [9],
    'null-text': [9],
    'price-missing': [10],
  });
  // One for all columns, and counted once for a row.
  expect(report.problems).toContainEqual(
    expect.objectContaining({
      rule: 'null-text',
      rowCount: 1,
      column: expect.stringMatching(
        /^(RegionId, ResourceId|ResourceId, RegionId)$/,
      ),
    }),
  );
});

it('takes quantities below zero of credits and of costs that are taken back', async () => {
  const nothing = {
    BilledCost: '0',
    EffectiveCost: '0',
    ListCost: '0',
    ContractedCost: '0',
  };
  const { charges, report } = await readContents([
    focusCsv([
      { ...nothing, ChargeCategory: 'Credit', PricingQuantity: '-24' },
      { ...nothing, ChargeCategory: 'Credit', ConsumedQuantity: '-24' },
      { ...nothing, ContractedCost: '-1', PricingQuantity: '-24' },
      { ...nothing, PricingQuantity: '-24' },
    ]),
  ]);
  expect(charges).toHaveLength(3);
  expect(report.problems).toMatchObject([
    {
      rule: 'quantity-sign',
      column: 'PricingQuantity',
      rowCount: 1,
      examples: [{ row: 4, value: '-24' }],
    },
  ]);
});

it('goes on behind errors, says in which file they are, and adds nothing up', async () => {
  const { charges, report, sums } = await readContents([
    focusCsv([{}, { BilledCost: 'one' }, {}]),
    gzipSync(focusCsv([{}])).subarray(0, 100),
    focusCsv(Array.from({ length: 8 }, () => ({ EffectiveCost: '' }))),
  ]);
  expect(sums).toEqual([]);
  expect(charges).toHaveLength(1);
  expect(report.rowCount).toBe(11);
  expect(report.files.map(({ rowCount }) => rowCount)).toEqual([3, 0, 8]);
  expect(report.problems).toEqual([
    expect.objectContaining({
      rule: 'value-missing',
      column: 'EffectiveCost',
      rowCount: 8,
      examples: [1, 2, 3, 4, 5].map(row => ({ file: 'file-2', row })),
    }),
    expect.objectContaining({
      rule: 'decimal',
      column: 'BilledCost',
      examples: [{ file: 'file-0', row: 2, value: 'one' }],
    }),
    expect.objectContaining({ rule: 'gzip' }),
  ]);
});

it('says that a file has semicolons where commas belong', async () => {
  const { report } = await readContents([
    'day;provider;amount\n2026-11-30;Hetzner;"1,25"\n',
  ]);
  expect(report.problems).toMatchObject([{ rule: 'csv-delimiter' }]);
});

it('takes no more than is allowed out of a packed file', async () => {
  const { report } = await readContents([gzipSync('x'.repeat(2_000_000))]);
  expect(report.problems).toMatchObject([{ rule: 'too-large' }]);
});

it('takes no more out of a packed file than a bill of its size has', async () => {
  // 12 MB of empty lines are 12 kB when they are packed.
  const { report } = await readContents([gzipSync('\n'.repeat(12_000_000))], {
    maxUnpackedBytes: 1_000_000_000,
  });
  expect(report.problems).toMatchObject([{ rule: 'too-large' }]);
});

it('reads a daily CSV', async () => {
  const { charges, report } = await readContents(
    [
      toCsv([
        [
          'day',
          'provider',
          'service',
          'amount',
          'currency',
          'tag:team',
          'Note',
        ],
        ['2026-11-30', 'Hetzner', 'Servers', '12.40', 'EUR', 'payments', 'x'],
        ['2026-11-30', 'Hetzner', 'Refund', '-2', 'EUR', '', ''],
      ]),
    ],
    { format: 'daily' },
  );
  expect(report).toMatchObject({
    format: 'daily',
    problems: [],
    columns: { kept: ['Note'], missing: [] },
  });
  expect(charges).toMatchObject([
    {
      month: '2026-11-01',
      chargeStart: '2026-11-30T00:00:00Z',
      chargeEnd: '2026-12-01T00:00:00Z',
      billingAccountId: 'aws',
      chargeCategory: 'Usage',
      tags: '{"team":"payments"}',
      billed: '12.40',
      list: '12.40',
      other: '{"Note":"x"}',
    },
    { chargeCategory: 'Credit', effective: '-2', tags: '{}' },
  ]);
  const wrong = await readContents(['day,amount\nx,y\n'], { format: 'daily' });
  expect(
    wrong.report.problems.map(({ rule, column }) => [rule, column]),
  ).toEqual(
    expect.arrayContaining([
      ['column-missing', 'provider'],
      ['date-time', 'day'],
      ['decimal', 'amount'],
    ]),
  );
});

it('reads days of OpenCost, each part of an allocation by itself', async () => {
  const day: OpenCostDay = {
    day: '2026-11-27',
    currency: 'USD',
    sets: [
      {
        'checkout/orders': {
          name: 'checkout/orders',
          properties: {
            cluster: 'main',
            namespace: 'checkout',
            labels: { app: 'orders' },
          },
          cpuCost: 1.5,
          cpuCostAdjustment: -0.25,
          pvCost: 0.125,
          totalCost: 1.375,
        },
      },
    ],
  };
  const { charges, sums } = await readContents([JSON.stringify(day)], {
    format: 'opencost',
  });
  expect(charges).toMatchObject([
    {
      provider: 'Kubernetes',
      billingAccountId: 'main',
      subAccountId: 'checkout',
      skuId: 'cpu',
      serviceCategory: 'Compute',
      effective: '1.25',
      tags: '{"kubernetes.cluster":"main","kubernetes.label.app":"orders","kubernetes.namespace":"checkout"}',
    },
    { skuId: 'pv', serviceCategory: 'Storage', effective: '0.125' },
  ]);
  expect(sums).toMatchObject([
    { month: '2026-11-01', currency: 'USD', billed: '1.375', rowCount: 2 },
  ]);
  const wrong = await readContents(['{"code":500}'], { format: 'opencost' });
  expect(wrong.report.problems).toMatchObject([
    {
      rule: 'opencost',
      message: expect.stringMatching(/^This is no answer of OpenCost: day /),
    },
  ]);
  const tagged = await readContents(
    [
      JSON.stringify({
        ...day,
        sets: [
          {
            orders: { name: 'orders', properties: { labels: { app: 'x\0' } } },
          },
        ],
      }),
    ],
    { format: 'opencost' },
  );
  expect(tagged.report.problems).toMatchObject([
    {
      rule: 'tags',
      message: 'A tag has characters that are no text',
      messages: { message: [{ key: 'cost.bill.tagNotText' }] },
      examples: [{ row: 1, value: 'orders' }],
    },
  ]);
});

/** The first columns of each, as the samples of the FinOps Foundation have them. */
it.each([
  [
    'Contract Commitment',
    'ContractCommitmentId,ContractCommitmentType,ContractCommitmentCost,ContractId,BillingCurrency\nCC-1,MACC,250000,C-1,USD\n',
  ],
  [
    'Billing Period',
    'BillingPeriodCreated,BillingPeriodEnd,BillingPeriodStart,BillingPeriodStatus,InvoiceIssuerName\n2024-09-01T00:00:00Z,2024-10-01T00:00:00Z,2024-09-01T00:00:00Z,Open,AWS\n',
  ],
  [
    'Invoice Detail',
    'BilledCost,BillingAccountId,BillingCurrency,ChargeCategory,InvoiceDetailGrain,InvoiceDetailId,InvoiceId\n1395.37,account,USD,Tax,{},detail-1,invoice-1\n',
  ],
])('says that a file has the dataset %s', async (dataset, csv) => {
  const { charges, report } = await readContents([csv]);
  expect(charges).toEqual([]);
  expect(report.problems).toMatchObject([
    {
      severity: 'error',
      rule: 'dataset',
      message: expect.stringContaining(`the dataset ${dataset} of FOCUS`),
    },
  ]);
});
